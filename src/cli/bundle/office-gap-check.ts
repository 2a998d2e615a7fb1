import type { Statement } from '../../model/entity.ts'
import { dayNumber, isoDay, spanOf } from '../../model/partial-date.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

/** News cites offices of this century; before it, a list may begin where its sources begin. */
const SINCE = dayNumber(2000, 1, 1)

/** Between two holders a deputy signs the letters for some weeks; a longer gap is one that readers ask about. */
const MOST_DAYS_WITHOUT_HOLDER = 31

interface Cover {
  readonly index: number
  readonly first: number
  readonly last: number
}

/**
 * An office without a holder for more than a month since 2000, or with a list that begins later or stops.
 * A `vacancy` statement explains it; an office `founded` later begins then, one `dissolved` ends then.
 * Dates are read generously: a year covers all its days. `asOf` is the day number of the bundle's creation:
 * what comes after it nobody can know.
 */
export function checkGaps(position: PlacedRecord, asOf: number): void {
  const covers = position.record.statements.flatMap(coverOf)
  const holders = covers.filter(({ index }) => position.record.statements[index]?.property === 'holder')
  if (position.record.kind !== 'position' || holders.length === 0) return
  let known = Math.max(SINCE, dayOf(position, 'founded') ?? SINCE)
  for (const cover of covers.sort((a, b) => a.first - b.first)) {
    if (cover.first - known > MOST_DAYS_WITHOUT_HOLDER) complain(position, cover.index, known, cover.first)
    known = Math.max(known, cover.last)
  }
  const last = covers.reduce((a, b) => (b.last >= a.last ? b : a))
  const until = Math.min(asOf, dayOf(position, 'dissolved') ?? asOf)
  if (until - known > MOST_DAYS_WITHOUT_HOLDER) complain(position, last.index, known, until)
}

function complain(position: PlacedRecord, index: number, from: number, to: number): void {
  placeOf(position, 'statements', index).complain(
    `Nobody is said to hold the office from ${isoDay(from)} to ${isoDay(to)}`,
    'Add who held it or acted, or a "vacancy" statement that says why nobody is listed',
  )
}

const dayOf = (position: PlacedRecord, property: 'founded' | 'dissolved'): number | undefined =>
  spanOf(position.record.statements.find((each) => each.property === property)?.value)?.first

function coverOf({ property, start, end }: Statement, index: number): Cover[] {
  if (property !== 'holder' && property !== 'vacancy') return []
  const first = spanOf(start)?.first ?? Number.NEGATIVE_INFINITY
  return [{ index, first, last: spanOf(end)?.last ?? Number.POSITIVE_INFINITY }]
}
