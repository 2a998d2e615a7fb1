import { spanOf } from '../../model/partial-date.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { bundleStats } from './bundle-stats.ts'
import { complain } from './check-command.ts'
import { compileSources } from './compile-sources.ts'
import { recheckList } from './recheck-list.ts'
import { statsReport } from './stats-report.ts'

/** `bundle stats DIR`: what the sources cover, how far they are confirmed, and what needs another look. */
export const statsCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['as-of', 'list'])
  const folder = onlyWord(positional, 'The folder of the sources')
  if (options.list !== undefined && options.list !== 'all') throw new UsageError('--list takes "all"')
  const asked = options['as-of'] === undefined ? undefined : dayOf(options['as-of'])
  const compiled = await compileSources(folder)
  if (!compiled.ok) return complain(folder, compiled.error, terminal)
  const { header, records } = compiled.value
  const rechecks = recheckList(records, asked ?? dayOf(header.created.slice(0, 10)))
  for (const line of statsReport(bundleStats(records), rechecks, options.list === 'all')) terminal.out(line)
  return EXIT.ok
}

function dayOf(text: string): number {
  const span = spanOf(text)
  if (span?.precision !== 'day') throw new UsageError('--as-of takes a day, for example 2026-11-23')
  return span.first
}
