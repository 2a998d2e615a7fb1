import { identity, membership, office, structure } from './body-properties.ts'
import type { PropertyTerm } from './term.ts'
import { content, figures, legal, occasion, place } from './text-properties.ts'

/** Every property that a statement may have, by group and in the order of showing (docs/vocabulary.md). */
export const PROPERTIES: readonly PropertyTerm[] = [
  ...identity,
  ...office,
  ...membership,
  ...structure,
  ...legal,
  ...occasion,
  ...place,
  ...content,
  ...figures,
]
