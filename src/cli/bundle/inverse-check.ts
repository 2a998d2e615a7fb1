import { isCounterpart, relationTerm } from '../../model/vocabulary.ts'
import { type PlacedRecord, placeOf } from './placed-record.ts'

/** A relation that the other entity does not return: a reader who comes from there would not find the way. */
export function checkInverses(each: PlacedRecord, known: ReadonlyMap<string, PlacedRecord>): void {
  each.record.relations.forEach(({ relation, entity }, index) => {
    const back = known.get(entity)?.record.relations ?? []
    const returned = back.some(
      (other) => other.entity === each.record.id && isCounterpart(relation, other.relation),
    )
    if (returned) return
    const inverse = relationTerm(relation)?.inverse ?? relation
    placeOf(each, 'relations', index).complain(
      `"${entity}" does not return the relation "${relation}"`,
      `Add {relation: ${inverse}, entity: ${each.record.id}} there`,
    )
  })
}
