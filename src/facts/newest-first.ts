import { compareDays, type Dated, intervalOf } from './interval.ts'

/**
 * Orders facts of one property: what began last comes first, what has no known beginning comes last.
 * Of two that began together the one that lasts longer comes first.
 */
export function newestFirst(a: Dated, b: Dated): number {
  const one = intervalOf(a)
  const other = intervalOf(b)
  return compareDays(other.first, one.first) || compareDays(other.last, one.last)
}
