import type { Statement } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

/** A membership that begins before the organisation was founded; a year counts with all its days. */
export function checkFounding(each: PlacedRecord, known: ReadonlyMap<string, PlacedRecord>): void {
  each.record.statements.forEach((statement, index) => {
    const joined = spanOf(statement.start)
    const founded = foundedOf(organisationOf(statement, each, known))
    if (!joined || founded === undefined || joined.last >= founded) return
    placeOf(each, 'statements', index).complain(
      'The membership begins before the organisation was founded',
      'Correct the date, or name the predecessor that was joined',
    )
  })
}

function organisationOf(
  { property, entity }: Statement,
  self: PlacedRecord,
  known: ReadonlyMap<string, PlacedRecord>,
): PlacedRecord | undefined {
  if (property === 'member') return self
  return property === 'member-of' && entity !== undefined ? known.get(entity) : undefined
}

const foundedOf = (organisation: PlacedRecord | undefined): number | undefined =>
  spanOf(organisation?.record.statements.find((each) => each.property === 'founded')?.value)?.first
