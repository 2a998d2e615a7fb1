import { type Figures, ratio } from './figures.ts'
import type { Goal } from './goals.ts'
import type { TextKind } from './texts.ts'

const THOUSAND = 1_000
const MILLION = 1_000_000

/** How times grow, and what awkward texts and names do to them. */
export function growthGoals(figures: Figures): Goal[] {
  const sized = (aliases: number, units: number) =>
    figures.value('scan', { section: 'sizes', aliases, units })
  const grown = (aliases: number, units: number) =>
    figures.value('scan', { section: 'growth', aliases, units })
  const odd = (kind: TextKind) => figures.value('scan', { section: 'texts', kind, aliases: 100 * THOUSAND })
  const normal = sized(100 * THOUSAND, MILLION)
  const build = (thousands: number) =>
    figures.value('warm', { section: 'builds', job: 'build', aliases: thousands * THOUSAND })
  const hostile = figures.value('warm', { section: 'builds', job: 'build', kind: 'hostile' })
  const texts = [1.25, 2.5, 5, 10].map((millions) => grown(100 * THOUSAND, millions * MILLION))
  const aliases = [125, 250, 500, 1_000].map((thousands) => grown(thousands * THOUSAND, MILLION))
  const million = (name: 'scan' | 'build') =>
    [1.25, 2.5, 5, 10].map((millions) =>
      figures.value(name, { section: 'millions', aliases: millions * MILLION }),
    )
  const times = (title: string, limit: number, figure: number | undefined): Goal => ({
    title,
    limit,
    unit: '×',
    figure,
  })
  return [
    {
      ...times('aliases × 1000', 2.5, ratio(sized(MILLION, MILLION), sized(THOUSAND, MILLION))),
      beyond: 1.6,
    },
    times(
      'text × 100 (100 KB to 10 MB)',
      130,
      ratio(sized(100 * THOUSAND, 10 * MILLION), sized(100 * THOUSAND, 100 * THOUSAND)),
    ),
    times('near-misses against normal text', 3, ratio(odd('near-miss'), normal)),
    times('stuttering names against normal text', 3, ratio(odd('stuttering'), normal)),
    times('G18: text doubled, steepest', 2.2, figures.steepest(texts)),
    times('G18: aliases doubled, scan, steepest', 2.2, figures.steepest(aliases)),
    times('G18: aliases doubled, build, steepest', 2.2, figures.steepest([250, 500, 1_000].map(build))),
    times('G18: aliases doubled to 10M, scan, steepest', 2.2, figures.steepest(million('scan'))),
    times('G18: aliases doubled to 10M, build, steepest', 2.2, figures.steepest(million('build'))),
    times('names made to collide, build against normal', 3, ratio(hostile, build(100))),
  ]
}
