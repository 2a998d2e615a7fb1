import type { Subject } from './views.ts'

/** An entity of a page, with what the page tells of it. */
export interface PageSubject extends Subject {
  /** The number of its mentions. */
  readonly count: number
  /** The years that the paragraphs with its mentions name. */
  readonly years: readonly number[]
}
