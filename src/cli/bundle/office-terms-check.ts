import type { EntityRecord, Statement } from '../../model/entity.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

/** A term of office that the position and its holder state differently, or that one of them leaves out. */
export function checkTermsAgree(each: PlacedRecord, known: ReadonlyMap<string, PlacedRecord>): void {
  const [own, back] = each.record.kind === 'position' ? HELD : HOLDS
  each.record.statements.forEach((statement, index) => {
    if (statement.property !== own || statement.entity === undefined) return
    const other = known.get(statement.entity)?.record
    if (!other || !isOffice(each.record, other) || states(other, back, each.record.id, statement)) return
    placeOf(each, 'statements', index).complain(
      `"${other.id}" does not state this term of office with the same dates`,
      `Add or correct the "${back}" statement there`,
    )
  })
}

const HELD = ['holder', 'position-held'] as const
const HOLDS = ['position-held', 'holder'] as const

/** A post that is no entity of its own, such as a former ministry, is stated on the person's side alone. */
const isOffice = (a: EntityRecord, b: EntityRecord): boolean =>
  (a.kind === 'position') !== (b.kind === 'position')

const states = (record: EntityRecord, property: string, entity: string, term: Statement): boolean =>
  record.statements.some(
    (each) =>
      each.property === property &&
      each.entity === entity &&
      each.start === term.start &&
      each.end === term.end &&
      (each.acting ?? false) === (term.acting ?? false),
  )
