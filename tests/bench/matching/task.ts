import type { TextKind } from './texts.ts'

/** What is measured in one fresh process, or in one fresh page of a browser. */
export interface Task {
  /** The part of the benchmark that it belongs to: `--only` names these. */
  readonly section: Section
  readonly job: Job
  readonly engine: string
  readonly aliases: number
  readonly kind: TextKind
  /** UTF-16 units of the text. */
  readonly units: number
}

/** The parts in their order. The oracle comes first: a figure counts only beside "0 missing, 0 extra". */
export const SECTIONS = [
  'oracle',
  'sizes',
  'texts',
  'growth',
  'millions',
  'builds',
  'chromium',
  'peers',
  'all-peers',
] as const
export type Section = (typeof SECTIONS)[number]

/**
 * `check` compares with the oracle, `scan` builds and scans, `open` goes from a stored buffer to the first hit,
 * `build` builds again and again; the others do the same in Chromium, `stored` from IndexedDB in a service worker, of
 * which `memory` tells what it takes while it holds the index.
 */
export type Job =
  | 'check'
  | 'scan'
  | 'open'
  | 'build'
  | 'browser scan'
  | 'browser build'
  | 'browser stored'
  | 'browser memory'

/** The figures of a task by name. Times are milliseconds. */
export type Values = Readonly<Record<string, number>>

/** What came of doing a task once. */
export interface Outcome {
  readonly outcome: 'measured' | '> 60 s' | 'failed'
  readonly values: Values
}

/** L may vary so much between its repeats; beyond, something else was running. */
const MOST_UNREST = 0.15

/** Whether the machine was quiet enough. */
export const isCalm = ({ outcome, values }: Outcome): boolean =>
  outcome !== 'measured' || (values.unrest ?? 0) <= MOST_UNREST

/** One line that tells a task from all others. */
export const titleOf = ({ section, job, engine, kind, aliases, units }: Task): string =>
  `${section}: ${job} ${engine}, ${kind}, ${aliases} aliases, ${units} units`
