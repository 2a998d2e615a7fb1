import { spanOf } from '../model/partial-date.ts'

/** Anything with an EDTF `start` and `end`, either of which may be absent. */
export interface Dated {
  readonly start?: string
  readonly end?: string
}

/** Day numbers since 1970-01-01 (UTC), both ends included; an end that is not known is infinite. */
export interface DayInterval {
  readonly first: number
  readonly last: number
}

/**
 * The widest stretch of days in which something dated may have held: from the first day that its
 * start may mean to the last day that its end may mean.
 */
export function intervalOf({ start, end }: Dated): DayInterval {
  return { first: spanOf(start)?.first ?? -Infinity, last: spanOf(end)?.last ?? Infinity }
}

/** Whether two stretches of days share a day. */
export const overlap = (a: DayInterval, b: DayInterval): boolean => a.first <= b.last && b.first <= a.last

/** Whether something dated may have held on some day of `at`: partial dates are read generously. */
export const mayHoldAt = (dated: Dated, at: DayInterval): boolean => overlap(intervalOf(dated), at)

/** Orders day numbers; two equal infinities are equal, which a plain subtraction would not say. */
export const compareDays = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
