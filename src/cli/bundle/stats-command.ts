import { CONFIDENCES, type Confidence } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'
import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { bundleStats } from './bundle-stats.ts'
import { complain } from './check-command.ts'
import { compileSources } from './compile-sources.ts'
import { sampleFacts, sampleLines } from './fact-sample.ts'
import { acronymCoverage, coverageLines, nameCoverage } from './name-coverage.ts'
import { recheckList } from './recheck-list.ts'
import { statsReport } from './stats-report.ts'

/**
 * `bundle stats DIR`: what the sources cover, how far they are confirmed, and what needs another look; with
 * `--sample N` instead facts drawn by seed, to be compared with their sources by hand.
 */
export const statsCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['as-of', 'list', 'sample', 'seed', 'confidence'])
  const folder = onlyWord(positional, 'The folder of the sources')
  if (options.list !== undefined && options.list !== 'all') throw new UsageError('--list takes "all"')
  const sample = sampleOf(options)
  const asked = options['as-of'] === undefined ? undefined : dayOf(options['as-of'])
  const compiled = await compileSources(folder)
  if (!compiled.ok) return complain(folder, compiled.error, terminal)
  const { header, records } = compiled.value
  if (sample) {
    const { count, seed, confidence } = sample
    for (const line of sampleLines(sampleFacts(records, count, seed, confidence))) terminal.out(line)
    return EXIT.ok
  }
  const rechecks = recheckList(records, asked ?? dayOf(header.created.slice(0, 10)))
  for (const line of statsReport(bundleStats(records), rechecks, options.list === 'all')) terminal.out(line)
  const { langs } = header
  for (const line of coverageLines('Names by kind', nameCoverage(records, langs), langs)) terminal.out(line)
  for (const line of coverageLines('Acronyms by kind', acronymCoverage(records, langs), langs))
    terminal.out(line)
  return EXIT.ok
}

interface Sample {
  readonly count: number
  readonly seed: number
  readonly confidence: Confidence
}

const MOST = 100_000

function sampleOf(options: Readonly<Partial<Record<string, string>>>): Sample | undefined {
  const count = numberOption(options.sample, 'sample', 1, MOST)
  const seed = numberOption(options.seed, 'seed', 0, Number.MAX_SAFE_INTEGER)
  if (count === undefined) {
    if (seed === undefined && options.confidence === undefined) return undefined
    throw new UsageError('--seed and --confidence belong to --sample')
  }
  const confidence = CONFIDENCES.find((each) => each === (options.confidence ?? 'confirmed'))
  if (!confidence) throw new UsageError(`--confidence takes ${CONFIDENCES.join(', ')}`)
  return { count, seed: seed ?? 1, confidence }
}

function dayOf(text: string): number {
  const span = spanOf(text)
  if (span?.precision !== 'day') throw new UsageError('--as-of takes a day, for example 2026-11-23')
  return span.first
}
