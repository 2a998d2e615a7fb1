import type { EntityRecord, Statement } from '../model/entity.ts'
import { type DaySpan, spanOf } from '../model/partial-date.ts'
import { compareDays, type DayInterval, intervalOf, overlap } from './interval.ts'

/** The property by which a position names those who held it (docs/vocabulary.md). */
export const HOLDER = 'holder'

/** A term of office, and the widest stretch of days that it may mean beside the terms before and after it. */
export interface DatedTerm {
  readonly term: Statement
  readonly days: DayInterval
}

/** Every term of office of a position, in the order of their beginning; those of unknown beginning first. */
export function termsOf(record: EntityRecord): DatedTerm[] {
  const terms = record.statements.filter((statement) => statement.property === HOLDER)
  terms.sort((a, b) => compareDays(intervalOf(a).first, intervalOf(b).first))
  return terms.map((term, index) => ({ term, days: daysBeside(term, terms[index - 1], terms[index + 1]) }))
}

/**
 * The terms of office whose interval may contain a day of `at`: one where the date decides, several
 * on a day of handover, where an office is shared, or where dates are too coarse; none in a vacancy.
 * `acting` on a term tells that the office was held in an acting capacity.
 */
export const holdersAt = (record: EntityRecord, at: DayInterval): Statement[] =>
  termsOf(record).flatMap(({ term, days }) => (overlap(days, at) ? [term] : []))

/** A year or month as an end is the day on which the next holder began, where that day is known; a start likewise. */
function daysBeside(
  term: Statement,
  before: Statement | undefined,
  after: Statement | undefined,
): DayInterval {
  const { first, last } = intervalOf(term)
  return {
    first: dayWithin(spanOf(term.start), spanOf(before?.end)) ?? first,
    last: dayWithin(spanOf(term.end), spanOf(after?.start)) ?? last,
  }
}

/** The one day that a date means, where it lies within a coarser one that is not vague. */
function dayWithin(coarse: DaySpan | undefined, day: DaySpan | undefined): number | undefined {
  if (!coarse || day?.precision !== 'day' || coarse.vague || day.vague) return undefined
  return coarse.first <= day.first && day.first <= coarse.last ? day.first : undefined
}
