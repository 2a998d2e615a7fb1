import type { VerifiedGeneration } from '../bundle/verify-generation.ts'
import { chunkKeys } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'

/** How many entities a new generation has that the old one had not, and so on. */
export interface Difference {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What a generation would change in the installed one: a record has changed where its bytes have. */
export async function compareLines(
  database: BackgrounderDatabase,
  { manifest, lines }: VerifiedGeneration,
): Promise<Difference> {
  const present = await linesById(database, manifest.id)
  let [added, changed] = [0, 0]
  for (const { line, record } of lines) {
    const before = present.get(record.id)
    if (before === undefined) added += 1
    else if (before !== line) changed += 1
  }
  return { added, changed, removed: present.size - (lines.length - added) }
}

function linesById(database: BackgrounderDatabase, bundle: string): PromiseLike<Map<string, string>> {
  const { bundles, chunks } = database
  return database.transaction('r', [bundles, chunks], async () => {
    const row = await bundles.get(bundle)
    const rows = row ? await chunks.bulkGet(chunkKeys(row)) : []
    return new Map(
      rows.flatMap((chunk) => chunk?.ids.map((id, index) => [id, chunk.lines[index] ?? ''] as const) ?? []),
    )
  })
}
