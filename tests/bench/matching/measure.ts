import type { IndexedName } from '../../../src/matching/types.ts'
import { ENTRIES } from '../../../src/text/character-table.ts'
import { classOf } from '../../../src/text/characters.ts'
import type { Built } from './engines.ts'

/** The milliseconds that a scan takes, and those of L, the loop over the same text that sets the scale. */
export interface ScanTimes {
  readonly scan: number
  readonly loop: number
  /** How far the loop's repeats are apart, the quickest and slowest quarter left out: the slowest by the fastest, less one. */
  readonly unrest: number
  readonly found: number
}

/** The middle of some numbers. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN

const CLASSES = Uint8Array.from(ENTRIES, classOf)

/**
 * L: `charCodeAt` and a look-up in a table of classes, and nothing else. V8 gives such loops anything from 0.85
 * to 1.7 ns a unit for reasons as small as a constant held in a variable; this form takes 1.2, in each process
 * anew, and so is nearest to the L by which the goals were set (1.3).
 */
function loopOver(text: string): number {
  const table = CLASSES
  const { length } = text
  let sum = 0
  for (let at = 0; at < length; at++) sum += table[text.charCodeAt(at)] as number
  return sum
}

/** Before this time the machine has not compiled all that is measured. */
const WARM_UP_MS = 400
/** So long a cell is measured, and at least so many rounds, unless they would take longer than the last figure. */
const MEASURE_MS = 800
const LEAST_ROUNDS = 5
const MOST_MS = 8_000
const MEGA = 1_000_000

/** Measures a scan and the loop in turns, so that both see the same machine. */
export function timesOf(built: Pick<Built, 'scan'>, text: string): ScanTimes {
  let found = 0
  const scan = () => {
    found = built.scan(text).length
  }
  const loop = () => loopOver(text)
  // Each by itself: what is called seldom between longer calls may never be compiled in full.
  repeat(WARM_UP_MS, 2, loop)
  repeat(WARM_UP_MS, 2, scan)
  const scans: number[] = []
  const loops: number[] = []
  repeat(MEASURE_MS, LEAST_ROUNDS, () => {
    loops.push(timeOf(loop, text.length))
    scans.push(timeOf(scan, text.length))
  })
  return { scan: median(scans), loop: median(loops), unrest: unrestOf(loops), found }
}

function unrestOf(times: readonly number[]): number {
  const quarter = times.length >> 2
  const middle = [...times].sort((one, other) => one - other).slice(quarter, times.length - quarter)
  return (middle.at(-1) ?? 0) / (middle[0] ?? 1) - 1
}

function repeat(least: number, rounds: number, once: () => void): void {
  const start = performance.now()
  for (let round = 0; ; round++) {
    const spent = performance.now() - start
    if ((round >= rounds && spent >= least) || (round > 0 && spent > MOST_MS)) return
    once()
  }
}

/** The milliseconds of one call; short texts are gone through several times, for the clock is coarse. */
function timeOf(once: () => unknown, units: number): number {
  const times = Math.max(1, Math.round(MEGA / units))
  const start = performance.now()
  for (let count = 0; count < times; count++) {
    once()
    // A peer may take seconds for what others do in one.
    if (performance.now() - start > MOST_MS) return (performance.now() - start) / (count + 1)
  }
  return (performance.now() - start) / times
}

/** What a build takes, the first and the quickest of the later ones, and how far L's repeats between them are apart. */
export interface BuildTimes {
  readonly first: number
  readonly warm: number
  readonly unrest: number
}

const LOOPS_BETWEEN = 4

/** Builds again and again: a delta is followed by a build in a worker that is warm. */
export function buildTimes(build: () => unknown, aliases: number): BuildTimes {
  const text = 'one of the words '.repeat(60_000).normalize()
  const times: number[] = []
  const loops: number[] = []
  repeat(WARM_UP_MS, 2, () => loopOver(text))
  for (let count = 0; count < (aliases > 300_000 ? 4 : 8); count++) {
    times.push(timeOf(build, MEGA))
    for (let loop = 0; loop < LOOPS_BETWEEN; loop++) loops.push(timeOf(() => loopOver(text), MEGA))
  }
  return { first: times[0] as number, warm: Math.min(...times.slice(1)), unrest: unrestOf(loops) }
}

/** The places that a matcher finds and those of the oracle, compared. */
export function difference(
  found: readonly { start: number; end: number }[],
  expected: readonly { start: number; end: number }[],
): { missing: number; extra: number } {
  const keyOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`
  const own = new Set(found.map(keyOf))
  const right = new Set(expected.map(keyOf))
  return {
    missing: [...right].filter((key) => !own.has(key)).length,
    extra: [...own].filter((key) => !right.has(key)).length,
  }
}

/** How many UTF-16 units a name has, on the average. */
export const meanLength = (names: readonly IndexedName[]): number =>
  names.reduce((sum, name) => sum + name.text.length, 0) / names.length
