import type { SourceView } from '../model/card.ts'
import type { Confidence, EntityKind, Identifier } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import type { QuotedMention } from '../model/page-dossier.ts'

/** A fact as it held at the article's date: `property` is the vocabulary's id, `label` and `period` are in the reader's words. */
export interface DossierFact {
  readonly property: string
  readonly label: string
  readonly text: string
  readonly period: string
  /** EDTF. */
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly confidence: Confidence
  readonly source: SourceView
}

/** An entity of the page. */
export interface DossierEntity {
  readonly entity: EntityRef
  readonly name: string
  readonly kind: EntityKind
  readonly kindLabel: string
  readonly description: string
  readonly count: number
  readonly facts: readonly DossierFact[]
  readonly identifiers: readonly Identifier[]
  /** The reader's own note. */
  readonly note?: string | undefined
}

/** One entry of the page's timeline, in order of time. `date` is EDTF, `when` the same in the reader's words. */
export interface DossierEvent {
  readonly date: string
  readonly when: string
  readonly what: string
  readonly source: SourceView
}

/** A date of the text that the bundle contradicts, in the reader's words. */
export interface DossierHint {
  readonly text: string
  readonly source?: SourceView | undefined
}

/** What is exported: everything in it is plain data, and every text for people is in the reader's language. */
export interface Dossier {
  readonly url: string
  readonly title: string
  /** The article's date: EDTF, and in the reader's words. */
  readonly date?: { readonly edtf: string; readonly text: string } | undefined
  /** ISO 8601 instant (UTC). */
  readonly exportedAt: string
  /** BCP 47, of the labels and descriptions. */
  readonly lang: string
  readonly entities: readonly DossierEntity[]
  readonly events: readonly DossierEvent[]
  readonly hints: readonly DossierHint[]
  readonly mentions: readonly QuotedMention[]
  /** The headings of the document. */
  readonly headings: {
    readonly dated: string
    readonly timeline: string
    readonly hints: string
    readonly note: string
  }
}
