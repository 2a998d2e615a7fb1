/** Headings under which an entity's facts are shown; a closed list, in the order of showing. */
export const PROPERTY_GROUPS = [
  'identity',
  'office',
  'membership',
  'structure',
  'legal',
  'occasion',
  'place',
  'content',
  'figures',
] as const
export type PropertyGroup = (typeof PROPERTY_GROUPS)[number]

/**
 * What a statement's value is. `entity`: an entity of the bundle, or its name in words where the bundle has
 * none; `date`: an EDTF date, from which on the statement holds; `address`: a web address.
 */
export type PropertyValue = 'entity' | 'date' | 'text' | 'address'

/** One property of statements. */
export interface PropertyTerm {
  readonly id: string
  readonly group: PropertyGroup
  readonly value: PropertyValue
  /** Rank on a hover card, lower is more telling; a property without a rank stays off the card. */
  readonly cardRank?: number
  /** The Wikidata property with the same meaning, for example `P1308`. */
  readonly wikidata?: string
  /** The schema.org property with the same meaning, for example `foundingDate`. */
  readonly schemaOrg?: string
  readonly description: string
}

/** One relation, read from the entity that carries it to the other. */
export interface RelationTerm {
  readonly id: string
  /** The relation that the other entity carries in return; a symmetric relation names itself. */
  readonly inverse: string
  /** The wider relation of which this is a special case. */
  readonly broader?: string
  readonly wikidata?: string
  readonly schemaOrg?: string
  readonly description: string
}
