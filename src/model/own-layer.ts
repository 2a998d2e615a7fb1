import type { EntityKind } from './entity.ts'
import type { EntityRef } from './ids.ts'

/** An entity as the reader met it: its name and kind are kept, so that a note reads well after the bundle has gone. */
export interface OwnSubject {
  readonly entity: EntityRef
  /** The display name when it was written. */
  readonly name: string
  readonly kind: EntityKind
}

/** What the reader wrote about an entity; there is one note for each. */
export interface OwnNote extends OwnSubject {
  readonly text: string
  /** ISO 8601 instant (UTC) of the last change. */
  readonly writtenAt: string
}

/** A name that the reader gave an entity. `lang` is BCP 47. */
export interface OwnAlias extends OwnSubject {
  readonly text: string
  readonly lang: string
  /** ISO 8601 instant (UTC). */
  readonly addedAt: string
}

/** All that the reader wrote; it is kept apart from the bundles and survives their updates. */
export interface OwnLayer {
  readonly notes: readonly OwnNote[]
  readonly aliases: readonly OwnAlias[]
}

export const EMPTY_OWN_LAYER: OwnLayer = { notes: [], aliases: [] }

/** The longest note, in UTF-16 units: a page of text, and what one value of a bundle may hold. */
export const MAX_NOTE_LENGTH = 2_000

/** The most names of one's own: they are all in the index, beside those of the bundles. */
export const MAX_OWN_ALIASES = 2_000
