import { PROPERTIES, type PropertyTerm } from '../model/vocabulary.ts'

interface PlacedTerm {
  readonly term: PropertyTerm
  /** Its place in the order of showing. */
  readonly place: number
}

/** Constant: the vocabulary by id, because every statement of a page of entities asks for its term. */
const TERMS: ReadonlyMap<string, PlacedTerm> = new Map(
  PROPERTIES.map((term, place) => [term.id, { term, place }]),
)

/** Rank of a property on a hover card, lower first; undefined where it stays off the card. */
export const cardRankOf = (property: string): number | undefined => TERMS.get(property)?.term.cardRank

/** Place of a property in the order of showing; one that the vocabulary lacks comes last. */
export const placeOf = (property: string): number => TERMS.get(property)?.place ?? TERMS.size

/** The heading under which a property is shown; `other` for one that the vocabulary lacks. */
export const groupOf = (property: string): FactGroupName => TERMS.get(property)?.term.group ?? 'other'

/** A heading of the entity page. */
export type FactGroupName = PropertyTerm['group'] | 'other'
