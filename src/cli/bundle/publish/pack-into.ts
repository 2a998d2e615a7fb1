import { join } from 'node:path'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import type { BundleManifest } from '../../../bundle/manifest.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import type { TargetFile } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import type { OpenSources } from '../open-sources.ts'
import { replaceFile } from './folder-files.ts'
import { HistoryError } from './history.ts'
import type { LineCursor } from './line-cursor.ts'
import { fileOf } from './make-metadata.ts'
import { GenerationPacker, type Predecessors, type TargetBytes } from './pack-generation.ts'
import type { RepositoryError } from './verify-repository.ts'

/** What `build` leaves for `sign`: the files of the next generation. It is never published. */
export const UNSIGNED_FILE = 'unsigned/targets.json'

/** A generation that is built but not signed. */
export interface UnsignedTargets {
  readonly generation: number
  readonly targets: Readonly<Record<string, TargetFile>>
}

/** What a generation joins on to, with the records of the last one. */
export interface OpenPredecessors extends Predecessors {
  readonly before: LineCursor
}

/** Packs records as they come, and writes each file when it is packed; at the end the list of them that `sign` signs. */
export async function packInto(
  folder: string,
  { header, records }: OpenSources,
  { before, ...predecessors }: OpenPredecessors,
  onRecords?: (done: number) => void,
): Promise<Result<BundleManifest, RepositoryError>> {
  const packer = new GenerationPacker(header, predecessors)
  const targets: Record<string, TargetFile> = {}
  const write = async (files: readonly TargetBytes[]) => {
    for (const [path, bytes] of files) {
      targets[path] = fileOf(bytes)
      await replaceFile(join(folder, targetFile(path, fileOf(bytes), true)), bytes)
    }
  }
  let done = 0
  try {
    for await (const lines of records) {
      const last = lines.at(-1)?.id
      const packed = packer.add(lines, await before.takeUpTo(last))
      if (!packed.ok) return packed
      await write(packed.value)
      done += lines.length
      onRecords?.(done)
    }
    const end = packer.finish(await before.takeUpTo())
    if (!end.ok) return end
    await write(end.value.files)
    const unsigned: UnsignedTargets = { generation: header.generation, targets }
    await replaceFile(join(folder, UNSIGNED_FILE), canonicalBytes(unsigned as unknown as Json))
    return ok(end.value.manifest)
  } catch (error) {
    if (error instanceof HistoryError) return fail(error.reason)
    throw error
  }
}
