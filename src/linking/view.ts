import type { DayInterval } from '../facts/interval.ts'
import type { EntityKind, LocalText } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'

/**
 * What linking needs to know of one entity: plain data, small enough to keep for every entity of a
 * page. Other entities are named by their `refKey`.
 */
export interface EntityView {
  readonly key: string
  readonly ref: EntityRef
  readonly kind: EntityKind
  /** The display name in the bundle's first language. */
  readonly name: string
  /** The display names by language: generic short forms come from them. */
  readonly names: readonly LocalText[]
  /** Full names in all languages, as folded keys: what a definition in the text may spell out. */
  readonly fullNames: readonly string[]
  /** How near each related entity stands, from 0 to 1. */
  readonly related: ReadonlyMap<string, number>
  /** Words that make it likelier when they occur on the page. */
  readonly context: readonly ContextWord[]
  /** The days in which it may have existed; infinite where that is not known. */
  readonly existence: DayInterval
  /** Years that tell this version from its namesakes. */
  readonly years: readonly number[]
  /** What the record says of when it happened; what hints compare with. */
  readonly dates: readonly DatedClaim[]
  /** Keys of the positions in it (an organisation's offices), or of those that a person has held. */
  readonly offices: readonly string[]
  /** Those of its offices that lead it, so that "chief" and "head" may mean them. */
  readonly heads: readonly string[]
  /** What a position adds; absent for all other kinds. */
  readonly position?: PositionView
}

/** A word or phrase of the record's context. */
export interface ContextWord {
  /** A folded key, or the letters as written where `exact`. */
  readonly text: string
  /** True for an acronym: "UN" is no evidence where "un" stands. */
  readonly exact: boolean
  readonly weight: number
}

/** How something comes about, and so what a text must say to date it. */
export type ComingAbout = 'held' | 'signed' | 'opened' | 'entered' | 'adopted' | 'published'

/** A date that the record gives. `edtf` is as in the record; `source` the id of the source that it cites. */
export interface DatedClaim {
  readonly days: DayInterval
  readonly edtf: string
  readonly source: string
  /** Where the date is that of how it came about, and sure: only such a date may contradict a text; all others may agree with one. */
  readonly by?: ComingAbout
}

/** A position: what its holders are called, where it belongs, and who held it when. */
export interface PositionView {
  /** Keys of the entities that it is an office of. */
  readonly of: readonly string[]
  /** Titles without the organisation, as folded keys: "secretary general". */
  readonly titles: readonly string[]
  readonly terms: readonly TermView[]
  /** When it was held by people who are no entities of the bundle. */
  readonly heldByOthers: readonly DayInterval[]
}

/** One term of office; `days` is the widest stretch that its dates may mean. */
export interface TermView {
  readonly person: string
  readonly ref: EntityRef
  readonly days: DayInterval
}
