import { SECTIONS, type Section, type Task } from './task.ts'

const THOUSAND = 1_000
const MILLION = 1_000_000
const ALIASES = [THOUSAND, 10 * THOUSAND, 100 * THOUSAND, MILLION]
const UNITS = [10 * THOUSAND, 100 * THOUSAND, MILLION, 10 * MILLION]
const DOUBLED_UNITS = [1.25, 2.5, 5, 10].map((millions) => millions * MILLION)
const DOUBLED_ALIASES = [125, 250, 500, 1_000].map((thousands) => thousands * THOUSAND)
/** Up to ten million: some gigabytes, most of them for the names as they are given. */
const MILLIONS = [1.25, 2.5, 5, 10].map((millions) => millions * MILLION)

/** Each peer, and up to how many aliases it is compared with the oracle: all of them are slow to build. */
const PEERS = [
  '@monyone/aho-corasick fast',
  'fastscan',
  'flashtext.js (scan only)',
  'ahocorasick',
  'one RegExp',
  'a RegExp per name',
]
/** The cells that goals speak of: 100 KB of text. */
const PEER_GOALS: readonly (readonly [string, readonly number[]])[] = [
  ['@monyone/aho-corasick fast', ALIASES.slice(0, 3)],
  ['fastscan', ALIASES.slice(2)],
  ['a RegExp per name', ALIASES.slice(0, 2)],
]

const task = (section: Section, rest: Partial<Task>): Task => ({
  section,
  job: 'scan',
  engine: 'ours',
  kind: 'latin',
  aliases: 100 * THOUSAND,
  units: MILLION,
  ...rest,
})

const TASKS: Readonly<Record<Section, () => readonly Task[]>> = {
  oracle: () => [
    ...ALIASES.slice(0, 3).map((aliases) => check({ aliases })),
    ...(['listing', 'han', 'near-miss', 'stuttering', 'soft hyphens'] as const).map((kind) =>
      check({ aliases: 20 * THOUSAND, kind }),
    ),
    // Without offsets there is nothing to compare.
    ...PEERS.filter((engine) => !engine.includes('scan only')).map((engine) =>
      check({ aliases: THOUSAND, kind: 'listing', engine }),
    ),
  ],
  sizes: () => ALIASES.flatMap((aliases) => UNITS.map((units) => task('sizes', { aliases, units }))),
  texts: () => [
    ...(['ascii', 'han', 'near-miss', 'stuttering', 'soft hyphens', 'one word'] as const).map((kind) =>
      task('texts', { kind }),
    ),
    ...ALIASES.map((aliases) => task('texts', { aliases, kind: 'listing' })),
    task('texts', { aliases: MILLION, kind: 'han' }),
    task('texts', { aliases: MILLION, kind: 'near-miss' }),
  ],
  growth: () => [
    ...DOUBLED_UNITS.map((units) => task('growth', { units })),
    ...DOUBLED_ALIASES.map((aliases) => task('growth', { aliases })),
  ],
  millions: () => MILLIONS.map((aliases) => task('millions', { aliases })),
  builds: () => [
    ...[100, 250, 500, 1_000].map((thousands) =>
      task('builds', { job: 'build', aliases: thousands * THOUSAND }),
    ),
    task('builds', { job: 'build', kind: 'hostile' }),
    ...ALIASES.slice(2).map((aliases) => task('builds', { job: 'open', aliases, units: 100 * THOUSAND })),
  ],
  chromium: () => [
    ...ALIASES.map((aliases) => task('chromium', { job: 'browser scan', aliases })),
    ...(['han', 'near-miss'] as const).map((kind) => task('chromium', { job: 'browser scan', kind })),
    ...ALIASES.slice(2).map((aliases) => task('chromium', { job: 'browser stored', aliases })),
    ...ALIASES.slice(2).map((aliases) => task('chromium', { job: 'browser memory', aliases })),
    ...ALIASES.slice(2).map((aliases) => task('chromium', { job: 'browser build', aliases })),
  ],
  peers: () => {
    const units = 100 * THOUSAND
    return ALIASES.flatMap((aliases) => [
      task('peers', { aliases, units, kind: 'listing' }),
      ...PEER_GOALS.filter(([, counts]) => counts.includes(aliases)).map(([engine]) =>
        task('peers', { engine, aliases, units, kind: 'listing' }),
      ),
    ])
  },
  'all-peers': () =>
    UNITS.flatMap((units) =>
      ALIASES.flatMap((aliases) =>
        ['ours', ...PEERS].map((engine) => task('all-peers', { engine, aliases, units, kind: 'listing' })),
      ),
    ),
}

const check = (rest: Partial<Task>): Task => task('oracle', { job: 'check', units: 100 * THOUSAND, ...rest })

/** A few cells that show in two minutes whether all is well. */
const QUICK: readonly Task[] = [
  ...[THOUSAND, 100 * THOUSAND].map((aliases) => check({ aliases, units: 10 * THOUSAND })),
  task('sizes', { aliases: THOUSAND }),
  task('sizes', {}),
  task('texts', { kind: 'han' }),
  task('texts', { kind: 'near-miss' }),
  task('builds', { job: 'build' }),
  task('builds', { job: 'open', units: 100 * THOUSAND }),
]

/** All that is to be done for some sections, in the order in which it is done. */
export const plan = (sections: readonly Section[], quick: boolean): readonly Task[] =>
  SECTIONS.filter((section) => sections.includes(section)).flatMap((section) =>
    quick ? QUICK.filter((each) => each.section === section) : TASKS[section](),
  )
