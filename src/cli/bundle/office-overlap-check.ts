import type { Statement } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

interface ExactTerm {
  readonly index: number
  readonly who: string
  readonly start: number
  readonly end: number
}

/**
 * Two holders of one office at once. Only terms known to the day can contradict each other, and the day
 * of a handover belongs to both. Somebody acting may stand beside a holder who is absent or suspended.
 */
export function checkOverlaps(position: PlacedRecord): void {
  const terms = position.record.statements.flatMap(exactTerm)
  for (const [later, earlier] of overlapping(terms)) {
    placeOf(position, 'statements', later.index).complain(
      `${later.who} holds the office before ${earlier.who} has left it`,
      'Correct one of the dates, or mark who was acting with "acting: true"',
    )
  }
}

const overlapping = (terms: readonly ExactTerm[]): [ExactTerm, ExactTerm][] =>
  terms.flatMap((later) =>
    terms
      .filter((earlier) => earlier.start < later.start && earlier.end > later.start)
      .map((earlier): [ExactTerm, ExactTerm] => [later, earlier]),
  )

function exactTerm(statement: Statement, index: number): ExactTerm[] {
  const { property, start, end, acting } = statement
  const [from, to] = [spanOf(start), spanOf(end)]
  if (property !== 'holder' || acting || from?.precision !== 'day') return []
  if (end !== undefined && to?.precision !== 'day') return []
  const who = statement.entity ?? statement.value ?? ''
  return [{ index, who, start: from.first, end: to?.last ?? Number.POSITIVE_INFINITY }]
}
