import { type Figures, ratio } from './figures.ts'
import type { Goal } from './goals.ts'
import type { Section } from './task.ts'
import type { TextKind } from './texts.ts'

const THOUSAND = 1_000
const MILLION = 1_000_000

/** How fast the scan is beside L. */
export function scanGoals(figures: Figures): Goal[] {
  const row = (title: string, section: Section, kind: TextKind, aliases: number): Goal => ({
    title: `L ÷ speed: ${title}, 1 MB, ${aliases} aliases`,
    ...(aliases === MILLION ? { limit: 10, beyond: 6 } : { limit: 6, beyond: 4 }),
    figure: figures.byLoop({ section, kind, aliases, units: MILLION }),
  })
  const han = figures.value('scan', {
    section: 'texts',
    kind: 'han',
    aliases: 100 * THOUSAND,
    units: MILLION,
  })
  const counts = [THOUSAND, 10 * THOUSAND, 100 * THOUSAND, MILLION]
  return [
    ...counts.map((aliases) => row('Latin', 'sizes', 'latin', aliases)),
    ...counts.map((aliases) => row('hardly a name twice', 'texts', 'listing', aliases)),
    {
      title: 'Chinese, 1 MB, 100000 aliases',
      limit: 40,
      beyond: 80,
      unit: ' MB/s',
      atLeast: true,
      figure: ratio(THOUSAND, han),
    },
  ]
}

const PEER_GOALS: readonly (readonly [string, number, number])[] = [
  ['@monyone/aho-corasick fast', THOUSAND, 6],
  ['@monyone/aho-corasick fast', 10 * THOUSAND, 9],
  ['@monyone/aho-corasick fast', 100 * THOUSAND, 12],
  ['fastscan', 100 * THOUSAND, 20],
  ['fastscan', MILLION, 60],
  ['a RegExp per name', THOUSAND, 90],
  ['a RegExp per name', 10 * THOUSAND, 900],
]

/** How many times as fast as the peers. */
export const peerGoals = (figures: Figures): Goal[] =>
  PEER_GOALS.map(([engine, aliases, limit]) => {
    const failure = figures.failure(engine, aliases)
    return {
      title: `against ${engine}, ${aliases} aliases${failure === '' ? '' : ` (it: ${failure})`}`,
      limit,
      unit: '×',
      atLeast: true,
      figure: figures.against(engine, aliases),
    }
  })
