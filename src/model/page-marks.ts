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

/** What is marked on a page. `off`: the reader switched marking off there; `unreadable`: no text document (a PDF file, a picture). */
export interface PageMarks {
  readonly state: 'marking' | 'marked' | 'off' | 'failed' | 'unreadable'
  /** EDTF; absent where the article's date is unknown. */
  readonly date?: string
  readonly entities: readonly PageEntity[]
}

/** Where in a tab one mark of an entity is: a frame, and the number of the mark among the entity's marks there. */
export interface FramePlace {
  readonly frameId: number
  readonly index: number
}
