import type { EntityRecord, Statement } from '../model/entity.ts'
import { compareDays, type DayInterval, intervalOf } from './interval.ts'

/** The properties that tell when something came into being (docs/vocabulary.md). */
const BEGINNINGS: ReadonlySet<string> = new Set([
  'born',
  'founded',
  'began-work',
  'signed',
  'opened-for-signature',
  'adopted',
  'submitted',
  'published',
  'date',
])

/** Whether a property tells when something came into being: born, founded, signed, held. */
export const tellsBeginning = (property: string): boolean => BEGINNINGS.has(property)

/** The properties that tell when it came to an end. */
const ENDINGS: ReadonlySet<string> = new Set(['died', 'dissolved', 'terminated'])

/** From when to when something existed. The dates are EDTF; what is not known is absent. */
export interface Existence {
  readonly from?: string
  readonly to?: string
  /** The widest stretch of days in which it may have existed; unknown ends are infinite. */
  readonly days: DayInterval
}

/**
 * When an entity began and ended: born and died, founded and dissolved, signed or adopted and
 * terminated. Where several properties tell a beginning the earliest counts, of several ends the last.
 */
export function existenceOf(record: EntityRecord): Existence {
  const from = datesOf(record, BEGINNINGS).sort(byFirstDay)[0]
  const to = datesOf(record, ENDINGS).sort(byFirstDay).at(-1)
  const days = intervalOf({
    ...(from !== undefined && { start: from }),
    ...(to !== undefined && { end: to }),
  })
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }), days }
}

function datesOf(record: EntityRecord, properties: ReadonlySet<string>): string[] {
  return record.statements.filter(({ property }) => properties.has(property)).flatMap(dateOf)
}

/** A statement of a date repeats it as its start (docs/vocabulary.md). */
function dateOf({ start, value }: Statement): string[] {
  const date = start ?? value
  return date === undefined ? [] : [date]
}

const byFirstDay = (a: string, b: string): number =>
  compareDays(intervalOf({ start: a }).first, intervalOf({ start: b }).first)
