import type { Confidence, EntityKind } from './entity.ts'
import type { Staleness } from './freshness.ts'
import type { EntityRef } from './ids.ts'

/** A source as a reader sees it. `url` is http or https; `host` is what the link really leads to. */
export interface SourceView {
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly host: string
  readonly date?: string
}

/** One fact, ready to be shown. `start` and `end` are EDTF dates. */
export interface FactView {
  /** A property of docs/vocabulary.md; its label comes from the message catalogue. */
  readonly property: string
  readonly text: string
  /** The entity that the value is, where it is one. */
  readonly entity?: EntityRef
  readonly start?: string
  readonly end?: string
  readonly acting?: boolean
  /** The name of the position, where its holder is shown on the card of what it leads; stands in place of the property's label. */
  readonly office?: string
  readonly confidence: Confidence
  readonly source: SourceView
}

/** One event, ready to be shown. */
export interface EventView {
  readonly date: string
  readonly title: string
  readonly confidence: Confidence
  readonly source: SourceView
}

/** What held at a date, and what stands next to it on the timeline. */
export interface DatedFacts {
  /** At most `MAX_CARD_FACTS`, the most telling first. */
  readonly facts: readonly FactView[]
  readonly previousEvent?: EventView
  readonly nextEvent?: EventView
}

/** An entity that another is tied to. */
export interface RelatedView {
  /** A relation of docs/vocabulary.md, read from the card's entity to this one. */
  readonly relation: string
  readonly entity: EntityRef
  readonly name: string
  readonly kind: EntityKind
}

/** All that the hover card shows of one entity as of a date; the page gets this and no whole record. */
export interface CardSummary extends DatedFacts {
  readonly entity: EntityRef
  readonly kind: EntityKind
  readonly name: string
  /** One line that says what it is. */
  readonly description: string
  /** The EDTF date as of which the facts hold; absent when the article's date is unknown: then they hold now. */
  readonly asOf?: string
  /** What holds today, where the facts are as of another date: one step away. */
  readonly now?: DatedFacts
  /** At most `MAX_RELATED`; those that the facts name are left out. */
  readonly related: readonly RelatedView[]
  /** The source that was asked for, where the entity cites it. */
  readonly cited?: SourceView
  readonly bundleTitle: string
  /** The facts may be out of date; absent while their bundle is good. */
  readonly staleness?: Staleness
}
