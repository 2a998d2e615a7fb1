import { join } from 'node:path'
import { countRecords } from '../../bundle/manifest.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, type Terminal } from '../command.ts'
import { compileSources } from './compile-sources.ts'
import { type Complaint, formatComplaint } from './complaint.ts'
import { checkConsistency } from './consistency-check.ts'

/** `bundle check DIR`: every complaint about the sources, or what they hold. */
export const checkCommand: Command = async (argv, terminal) => {
  const folder = onlyWord(readArguments(argv).positional, 'The folder of the sources')
  const compiled = await compileSources(folder, undefined, checkConsistency)
  if (!compiled.ok) return complain(folder, compiled.error, terminal)
  const { header, records } = compiled.value
  const counts = countRecords(records)
  terminal.out(
    `${header.id}, generation ${header.generation}: ${counts.entities} entities, ${counts.aliases} names and aliases, ` +
      `${counts.facts} facts and events, ${counts.sources} sources. Sound.`,
  )
  return EXIT.ok
}

/** Prints complaints with paths that a terminal can open. */
export function complain(folder: string, complaints: readonly Complaint[], terminal: Terminal): number {
  for (const each of complaints) terminal.err(formatComplaint({ ...each, file: join(folder, each.file) }))
  terminal.err(complaints.length === 1 ? '1 complaint.' : `${complaints.length} complaints.`)
  return EXIT.refused
}
