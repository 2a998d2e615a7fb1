import type { EntityRecord, Source, Statement } from '../../model/entity.ts'
import { isoDay, spanOf } from '../../model/partial-date.ts'

/** A statement that time may have overtaken. */
export interface Recheck {
  /** The day (ISO 8601) from which it needs another look. */
  readonly due: string
  readonly entity: string
  readonly property: string
  readonly value: string
  readonly why: 'ends' | 'not-seen-lately'
}

/** Who holds an office or a chair, or that nobody is known to: what changes without the text of any treaty changing. */
const OFFICE: ReadonlySet<string> = new Set(['holder', 'vacancy', 'chair', 'chair-country'])

/** Few terms are shorter than a year, and a year-old "present holder" is one that nobody has looked after. */
const DAYS_OF_TRUST = 365

/**
 * What must be checked again, the most urgent first. A term that ends on or after `asOf` is due at its end;
 * one without a known end is due a year after it was last checked, or after its source was published, or
 * after it began, whichever of these is the first to be known. `asOf` is a day number since 1970-01-01.
 */
export function recheckList(records: readonly EntityRecord[], asOf: number): Recheck[] {
  const found = records.flatMap((record) => record.statements.flatMap((each) => dueOf(record, each, asOf)))
  return found.sort(
    (a, b) => compare(a.due, b.due) || compare(a.entity, b.entity) || compare(a.value, b.value),
  )
}

function dueOf(record: EntityRecord, statement: Statement, asOf: number): Recheck[] {
  const { property, end } = statement
  // Who chaired a meeting does not change any more.
  if (!OFFICE.has(property) || record.kind === 'event') return []
  const ends = spanOf(end)?.last
  const value = statement.entity ?? statement.value ?? ''
  const item = { entity: record.id, property, value }
  if (ends !== undefined)
    return ends < asOf || !Number.isFinite(ends) ? [] : [{ ...item, due: isoDay(ends), why: 'ends' }]
  const seen = lastSeen(statement, record.sources)
  return seen === undefined ? [] : [{ ...item, due: isoDay(seen + DAYS_OF_TRUST), why: 'not-seen-lately' }]
}

function lastSeen(statement: Statement, sources: readonly Source[]): number | undefined {
  const published = sources.find((each) => each.id === statement.source)?.date
  const known = [statement.checkedOn, published, statement.start].find((each) => spanOf(each) !== undefined)
  return spanOf(known)?.first
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
