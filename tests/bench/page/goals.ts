import { titleOf } from './plan.ts'
import type { Results } from './results.ts'

/** A figure that is to be reached: at most so much. */
interface Goal {
  readonly what: string
  readonly title: string
  readonly figure: string
  readonly most: number
  readonly beyond?: number
}

const article = (section: 'reading' | 'layout' | 'memory', units: number): string =>
  titleOf(section, 100_000, units)

const GOALS: readonly Goal[] = [
  {
    what: 'page of 100 KB, main thread (ms)',
    title: article('reading', 100_000),
    figure: 'total',
    most: 15,
    beyond: 6,
  },
  {
    what: 'page of 100 KB, longest slice (ms)',
    title: article('reading', 100_000),
    figure: 'longest',
    most: 8,
  },
  {
    what: 'page of 1 MB, main thread (ms)',
    title: article('reading', 1_000_000),
    figure: 'total',
    most: 40,
    beyond: 20,
  },
  {
    what: 'page of 1 MB, longest slice (ms)',
    title: article('reading', 1_000_000),
    figure: 'longest',
    most: 8,
  },
  { what: 'page of 100 KB, layouts added', title: article('layout', 100_000), figure: 'layouts', most: 0 },
  { what: 'page of 1 MB, layouts added', title: article('layout', 1_000_000), figure: 'layouts', most: 0 },
  {
    what: 'page of 100 KB, heap (MB)',
    title: article('memory', 100_000),
    figure: 'megabytes',
    most: 2.5,
    beyond: 1,
  },
  {
    what: 'hit test at 5,000 marks, 95th of 100 (ms)',
    title: titleOf('hits', 1_000, 900_000),
    figure: 'hit95',
    most: 0.3,
  },
  { what: 'hover to card, after the dwell (ms)', title: 'card', figure: 'later', most: 50, beyond: 16 },
  { what: 'hover to the first card of a page (ms)', title: 'card', figure: 'first', most: 50 },
  {
    what: 'a ticking clock, share of the main thread (%)',
    title: 'storms: tick',
    figure: 'percent',
    most: 5,
  },
  { what: 'a page rendered anew in each frame (%)', title: 'storms: rerender', figure: 'percent', most: 5 },
]

/** The goals with what was measured. */
export const goalsTable = (results: Results): object[] =>
  GOALS.map(({ what, title, figure, most, beyond = '' }) => {
    const value = results.figuresOf(title)?.[figure]
    const verdict = value === undefined ? 'not measured' : value <= most ? 'met' : 'missed'
    return {
      goal: what,
      'at most': most,
      beyond,
      measured: value === undefined ? '' : rounded(value),
      verdict,
    }
  })

export const rounded = (value: number): number => Number(value.toPrecision(3))
