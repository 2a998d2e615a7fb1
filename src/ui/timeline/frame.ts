import type { TimelineItem } from '../../facts/timeline.ts'
import type { EntityKind } from '../../model/entity.ts'
import type { TimelineLayout } from './layout.ts'

/** What every mark of a drawing needs of it. */
export interface Frame {
  readonly layout: TimelineLayout
  /** The place as drawn: time runs from right to left where the script does. */
  readonly mirror: (x: number) => number
  readonly mirrored: boolean
  /** What an item's owner is, where the drawing is of several: its marks take the colour of the kind. */
  readonly kindOf?: (item: TimelineItem) => EntityKind
}
