import type { DayRange } from './time-scale.ts'

/** Nearer than this a drawing says nothing more: dates are days (docs/contracts.md). */
const SHORTEST = 60

/** The part of `whole` that is seen after zooming by a factor (below 1: nearer) around a day. */
export function zoomed(view: DayRange, factor: number, around: number, whole: DayRange): DayRange {
  const length = Math.min(lengthOf(whole), Math.max(SHORTEST, lengthOf(view) * factor))
  const share = (around - view.first) / lengthOf(view)
  return within({ first: around - length * share, last: around + length * (1 - share) }, whole)
}

/** The part that is seen after moving by a share of what is seen: 0.25 goes on by a quarter. */
export function moved(view: DayRange, share: number, whole: DayRange): DayRange {
  const by = lengthOf(view) * share
  return within({ first: view.first + by, last: view.last + by }, whole)
}

/** The middle of what is seen. */
export const middleOf = ({ first, last }: DayRange): number => (first + last) / 2

const lengthOf = ({ first, last }: DayRange): number => last - first

/** Moved so that it does not lie beyond the whole. */
function within(view: DayRange, whole: DayRange): DayRange {
  const length = Math.min(lengthOf(view), lengthOf(whole))
  const first = Math.min(Math.max(view.first, whole.first), whole.last - length)
  return { first, last: first + length }
}
