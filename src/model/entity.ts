import type { EntityId, SourceId } from './ids.ts'

/** What an entity is. The kinds of record schema v1 (docs/contracts.md). */
export const ENTITY_KINDS = [
  'organization',
  'person',
  'position',
  'agreement',
  'document',
  'event',
  'place',
] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** How an alias names its entity; linking weighs each kind differently. */
export const ALIAS_KINDS = ['full', 'short', 'acronym', 'surname', 'former', 'translation'] as const
export type AliasKind = (typeof ALIAS_KINDS)[number]

/** Whether a statement was seen in the text of its source. `disputed`: the sources themselves disagree. */
export const CONFIDENCES = ['confirmed', 'unconfirmed', 'disputed'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** A text and its language as a BCP 47 tag. */
export interface LocalText {
  readonly text: string
  readonly lang: string
}

/** How an alias may be recognised. Absent means the default of its kind (docs/contracts.md). */
export interface AliasRules {
  /** `exact`: the letters as written (an all-caps headline aside). `folded`: any case. Default: acronyms exact, others folded. */
  readonly case?: 'exact' | 'folded'
  /** True where the text alone does not decide whom it means: it counts only with support from the page. */
  readonly ambiguous?: boolean
}

/** One more way in which text names the entity. */
export interface Alias extends LocalText {
  readonly kind: AliasKind
  readonly rules?: AliasRules
}

/** A fact in time. `start` and `end` are EDTF dates (level 0-1); an absent end means that no end is known. */
export interface Statement {
  /** A property of docs/vocabulary.md. */
  readonly property: string
  /** A literal value; exactly one of `value` and `entity` is present. */
  readonly value?: string
  /** The id of an entity of the same bundle. */
  readonly entity?: EntityId
  readonly start?: string
  readonly end?: string
  /** The holder held the office in an acting or interim capacity. */
  readonly acting?: boolean
  readonly confidence: Confidence
  readonly source: SourceId
  /** The day (ISO 8601) on which the statement was last compared with its source. */
  readonly checkedOn?: string
}

/** Something that happened, on the entity's timeline. */
export interface EntityEvent {
  /** An EDTF date or interval. */
  readonly date: string
  readonly title: string
  readonly source: SourceId
  readonly confidence?: Confidence
}

/** A link to another entity of the same bundle. */
export interface Relation {
  /** A relation of docs/vocabulary.md, read from this entity to the other. */
  readonly relation: string
  readonly entity: EntityId
}

/** The entity's name in another catalogue, for example `{scheme: 'wikidata', value: 'Q485207'}`. */
export interface Identifier {
  readonly scheme: string
  readonly value: string
}

/** Where a fact can be read. `url` is http or https. */
export interface Source {
  readonly id: SourceId
  readonly title: string
  readonly publisher: string
  readonly url: string
  /** EDTF date of publication, where one is known. */
  readonly date?: string
}

/** Record schema v1: all that a bundle says of one entity; it carries every source that it cites. */
export interface EntityRecord {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The display name per language; the first is the default. All are matched as full names. */
  readonly names: readonly LocalText[]
  readonly aliases: readonly Alias[]
  readonly descriptions: readonly LocalText[]
  readonly statements: readonly Statement[]
  readonly events: readonly EntityEvent[]
  readonly relations: readonly Relation[]
  /** Words that make the entity likelier when they occur nearby. */
  readonly context: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly sources: readonly Source[]
}
