import { PROPERTIES } from './vocabulary/properties.ts'
import { RELATIONS } from './vocabulary/relations.ts'
import type { PropertyTerm, RelationTerm } from './vocabulary/term.ts'

export { PROPERTIES } from './vocabulary/properties.ts'
export { RELATIONS } from './vocabulary/relations.ts'
export type { PropertyTerm, PropertyValue, RelationTerm } from './vocabulary/term.ts'
export { PROPERTY_GROUPS } from './vocabulary/term.ts'

/** The property of an id, or undefined where the vocabulary has none. */
export const propertyTerm = (id: string): PropertyTerm | undefined =>
  PROPERTIES.find((term) => term.id === id)

/** The relation of an id, or undefined where the vocabulary has none. */
export const relationTerm = (id: string): RelationTerm | undefined => RELATIONS.find((term) => term.id === id)

/**
 * Whether `back` may stand on the other entity as the counterpart of `relation`: its inverse, or a
 * narrower term of its inverse (`of` is answered by `office` and by `head`). Unknown ids never are.
 */
export function isCounterpart(relation: string, back: string): boolean {
  const inverse = relationTerm(relation)?.inverse
  return inverse !== undefined && (back === inverse || relationTerm(back)?.broader === inverse)
}
