import type { EntityKind } from './entity.ts'
import type { EntityRef } from './ids.ts'

/** One entity of a page with the number of its mentions, in the order of first mention. */
export interface PageEntity {
  readonly entity: EntityRef
  readonly name: string
  readonly kind: EntityKind
  readonly count: number
  /** The years that the paragraphs with its mentions name, in order: what the page timeline takes its events from. */
  readonly years?: readonly number[]
}

/** What told the date of an article: a kind of signal of the page (`src/page/date-signals.ts`), or the reader. */
export const DATE_BASES = ['json-ld', 'meta', 'time', 'address', 'dateline', 'reader'] as const
export type DateBasis = (typeof DATE_BASES)[number]

/** How sure a date is. `high`: two kinds of signal tell the same day, or the reader did; `low`: the address, the text, or signals some days apart. */
export const DATE_CONFIDENCES = ['high', 'medium', 'low'] as const
export type DateConfidence = (typeof DATE_CONFIDENCES)[number]

/** The date of an article (EDTF), what told it and how sure it is. */
export interface PageDate {
  readonly date: string
  readonly basis: DateBasis
  readonly confidence: DateConfidence
}

/** What is marked on a page. `off`: the reader switched marking off there; `unreadable`: no text document (a PDF file, a picture). */
export interface PageMarks {
  readonly state: 'marking' | 'marked' | 'off' | 'failed' | 'unreadable'
  /** EDTF; absent where the article's date is unknown. */
  readonly date?: string
  /** What told that date; absent where it is unknown. */
  readonly dating?: PageDate
  readonly entities: readonly PageEntity[]
}

/** Where in a tab one mark of an entity is: a frame, and the number of the mark among the entity's marks there. */
export interface FramePlace {
  readonly frameId: number
  readonly index: number
}
