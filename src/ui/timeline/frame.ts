import type { TimelineLayout } from './layout.ts'

/** What every mark of a drawing needs of it. */
export interface Frame {
  readonly layout: TimelineLayout
  /** The place as drawn: time runs from right to left where the script does. */
  readonly mirror: (x: number) => number
  readonly mirrored: boolean
}
