import type { EntityRecord, Statement } from '../model/entity.ts'
import { compareDays, type DayInterval, intervalOf, mayHoldAt } from './interval.ts'

/** The property by which a position names those who held it (docs/vocabulary.md). */
export const HOLDER = 'holder'

/** Every term of office of a position, in the order of their beginning; those of unknown beginning first. */
export function termsOf(record: EntityRecord): Statement[] {
  const terms = record.statements.filter((statement) => statement.property === HOLDER)
  return terms.sort((a, b) => compareDays(intervalOf(a).first, intervalOf(b).first))
}

/**
 * The terms of office whose interval may contain a day of `at`: one where the date decides, several
 * on a day of handover, where an office is shared, or where dates are too coarse; none in a vacancy.
 * `acting` on a term tells that the office was held in an acting capacity.
 */
export function holdersAt(record: EntityRecord, at: DayInterval): Statement[] {
  return termsOf(record).filter((term) => mayHoldAt(term, at))
}
