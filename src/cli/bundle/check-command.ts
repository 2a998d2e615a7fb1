import { join } from 'node:path'
import type { BundleError } from '../../bundle/bundle-error.ts'
import { GenerationTally } from '../../bundle/generation-tally.ts'
import type { BundleCounts } from '../../bundle/manifest.ts'
import type { RecordLine } from '../../bundle/read-record.ts'
import { ok, type Result } from '../../model/result.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, type Terminal } from '../command.ts'
import { counted } from '../counted.ts'
import { type Complaint, formatComplaint } from './complaint.ts'
import { checkConsistency } from './consistency-check.ts'
import { openSources } from './open-sources.ts'
import { recordsTo } from './progress.ts'
import { complaining } from './record-file.ts'

/** `bundle check DIR`: every complaint about the sources, or what they hold. */
export const checkCommand: Command = async (argv, terminal) => {
  const folder = onlyWord(readArguments(argv).positional, 'The folder of the sources')
  const opened = await openSources(folder, checkConsistency)
  if (!opened.ok) return complain(folder, opened.error, terminal)
  const { header, records } = opened.value
  const tallied = await complaining(() => tally(records, recordsTo(terminal, 'checked')))
  if (!tallied.ok) return complain(folder, [tallied.error], terminal)
  if (!tallied.value.ok) {
    terminal.err(`${tallied.value.error.where}: ${tallied.value.error.detail}.`)
    return EXIT.refused
  }
  const counts = tallied.value.value
  terminal.out(
    `${header.id}, generation ${header.generation}: ${counted(counts.entities, 'entity', 'entities')}, ` +
      `${counts.aliases} names and aliases, ${counts.facts} facts and events, ${counted(counts.sources, 'source')}. Sound.`,
  )
  return EXIT.ok
}

/** What records come to, or how they do not fit together. */
async function tally(
  records: AsyncIterable<readonly RecordLine[]>,
  onRecords: (done: number) => void,
): Promise<Result<BundleCounts, BundleError>> {
  const whole = new GenerationTally()
  let done = 0
  for await (const lines of records) {
    const added = whole.add(lines)
    if (!added.ok) return added
    done += lines.length
    onRecords(done)
  }
  return whole.unknownReference() ?? ok(whole.counts)
}

/** Prints complaints with paths that a terminal can open. */
export function complain(folder: string, complaints: readonly Complaint[], terminal: Terminal): number {
  for (const each of complaints) terminal.err(formatComplaint({ ...each, file: join(folder, each.file) }))
  terminal.err(complaints.length === 1 ? '1 complaint.' : `${complaints.length} complaints.`)
  return EXIT.refused
}
