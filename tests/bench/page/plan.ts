import type { BenchBrowser } from './browser.ts'
import { measureCard } from './card.ts'
import { measureMarkJs, measureWrapping } from './peers.ts'
import { type Figures, measureLayout, measureMemory, measurePhases, measureReading } from './read.ts'
import { measureStorm, STORM_NAMES } from './storms.ts'

/** The parts of the benchmark, in the order in which they are done. */
export const SECTIONS = ['reading', 'phases', 'layout', 'memory', 'hits', 'storms', 'card', 'peers'] as const
export type Section = (typeof SECTIONS)[number]

/** Something to measure, under a title that stays the same. */
export interface Task {
  readonly section: Section
  readonly title: string
  readonly measure: (browser: BenchBrowser) => Promise<Figures>
}

const UNITS = [10_000, 100_000, 1_000_000, 10_000_000]
const NAMES = [1_000, 100_000]
/** A text of the benchmark has a name in some 150 units: so long it has five thousand marks and more. */
const UNITS_OF_5000_MARKS = 900_000

const sizeOf = (units: number): string => (units < 1e6 ? `${units / 1e3} KB` : `${units / 1e6} MB`)
const namesOf = (names: number): string => `${names / 1e3}k names`

/** The title of a task about one article. */
export const titleOf = (section: Section, names: number, units: number): string =>
  `${section}: ${sizeOf(units)}, ${namesOf(names)}`

const TASKS: Readonly<Record<Section, () => readonly Task[]>> = {
  reading: () => articles('reading', UNITS, NAMES, measureReading),
  phases: () => articles('phases', [100_000, 1_000_000], [100_000], measurePhases),
  layout: () => articles('layout', [100_000, 1_000_000], [100_000], measureLayout),
  memory: () => articles('memory', [100_000, 1_000_000], [100_000], measureMemory),
  hits: () => articles('hits', [UNITS_OF_5000_MARKS], [1_000], measureReading),
  storms: () =>
    STORM_NAMES.map((storm) => ({
      section: 'storms',
      title: `storms: ${storm}`,
      measure: (browser) => measureStorm(browser, storm),
    })),
  card: () => [{ section: 'card', title: 'card', measure: () => measureCard() }],
  peers: () => [
    ...articles('peers', [100_000], [1_000], measureMarkJs),
    ...[100_000, 1_000_000].map(
      (units): Task => ({
        section: 'peers',
        title: `peers: ${sizeOf(units)}, elements alone`,
        measure: (browser) => measureWrapping(browser, units),
      }),
    ),
  ],
}

const articles = (
  section: Section,
  sizes: readonly number[],
  counts: readonly number[],
  measure: (browser: BenchBrowser, names: number, units: number) => Promise<Figures>,
): Task[] =>
  counts.flatMap((names) =>
    sizes.map((units) => ({
      section,
      title: titleOf(section, names, units),
      measure: (browser: BenchBrowser) => measure(browser, names, units),
    })),
  )

export const plan = (sections: readonly Section[]): readonly Task[] =>
  SECTIONS.filter((section) => sections.includes(section)).flatMap((section) => TASKS[section]())
