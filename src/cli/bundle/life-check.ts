import type { EntityRecord } from '../../model/entity.ts'
import { type DaySpan, spanOf } from '../../model/partial-date.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

/** An office before its holder's birth or after the death; a year counts with all its days. */
export function checkLives(person: PlacedRecord): void {
  if (person.record.kind !== 'person') return
  const born = dateOf(person.record, 'born')?.first ?? Number.NEGATIVE_INFINITY
  const died = dateOf(person.record, 'died')?.last ?? Number.POSITIVE_INFINITY
  person.record.statements.forEach(({ property, start, end }, index) => {
    if (property !== 'position-held') return
    const place = placeOf(person, 'statements', index)
    if ((spanOf(start)?.last ?? born) < born) place.complain('The office begins before birth', ADVICE)
    if ((spanOf(end)?.first ?? spanOf(start)?.first ?? died) > died)
      place.complain('The office goes on after death', ADVICE)
  })
}

const ADVICE = 'Correct the dates of the office or of the life'

const dateOf = (record: EntityRecord, property: 'born' | 'died'): DaySpan | undefined =>
  spanOf(record.statements.find((each) => each.property === property)?.value)
