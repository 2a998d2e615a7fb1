import { type Figures, ratio } from './figures.ts'
import type { Goal } from './goals.ts'

const THOUSAND = 1_000
const MILLION = 1_000_000

/** Building, memory, and opening in Node. */
export function sizeGoals(figures: Figures): Goal[] {
  const rows = (
    aliases: number,
    build: readonly [number, number],
    open: readonly [number, number],
  ): Goal[] => {
    const bytes = figures.value('bytes', { section: 'sizes', aliases, units: MILLION })
    const entity = figures.value('entityBytes', { section: 'sizes', aliases, units: MILLION })
    const matching = bytes === undefined || entity === undefined ? undefined : bytes - entity
    const measured = (job: 'build' | 'open', name: string) =>
      figures.value(name, { section: 'builds', job, aliases })
    return [
      {
        title: `build, ${aliases} aliases, warm`,
        limit: build[0],
        beyond: build[1],
        unit: ' ms',
        figure: measured('build', 'warm'),
      },
      {
        title: `bytes per alias, ${aliases}, all that is stored`,
        limit: 40,
        beyond: 20,
        figure: ratio(bytes, aliases),
      },
      {
        title: `bytes per alias, ${aliases}, without whose name it is`,
        limit: 40,
        beyond: 20,
        figure: ratio(matching, aliases),
      },
      {
        title: `buffer → first hit, ${aliases} aliases, fresh Node`,
        limit: open[0],
        beyond: open[1],
        unit: ' ms',
        figure: measured('open', 'open'),
      },
    ]
  }
  return [...rows(100 * THOUSAND, [150, 80], [25, 8]), ...rows(MILLION, [1_500, 900], [120, 45])]
}
