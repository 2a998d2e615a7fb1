import type { CardSummary } from '../../model/card.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { EntityRef } from '../../model/ids.ts'
import type { MuteReach } from '../../model/mute.ts'

/** Keeps the card open, and lets it be moved. */
export interface Pinning {
  readonly onPin: (pinned: boolean) => void
  /** Pixels to the right and down. */
  readonly onMove: (x: number, y: number) => void
}

/** What the surroundings of a card can do for it; what is absent is not offered. */
export interface CardActions {
  /** The reader wants the full entry, as of the same EDTF date as the card. */
  readonly onOpenDetails: (entity: EntityRef, asOf: string | undefined) => void
  readonly onRetry: () => void
  /** The close button or Esc within the card. */
  readonly onClose: () => void
  /** Gives the card of an entity that this one names; undefined where it cannot be had. */
  readonly onRelated?: (entity: EntityRef) => Promise<CardSummary | undefined>
  /** Marks an entity no longer, or takes that back; false where it cannot be kept. */
  readonly onMute?: (entity: EntityRef, reach: MuteReach, muted: boolean) => Promise<boolean>
  /** Puts a text on the clipboard; false where the browser does not let it. */
  readonly onCopy?: (text: string) => Promise<boolean>
  /** Gives the reasons why the text is taken to mean what it does; null where they are gone. */
  readonly onExplain?: () => Promise<Explanation | null>
  /** The reader has read the remark about the date and wants it no more. */
  readonly onDismissHint?: () => void
  readonly pinning?: Pinning
}
