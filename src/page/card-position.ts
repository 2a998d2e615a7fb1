/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A top left corner in viewport pixels. */
export interface Place {
  readonly left: number
  readonly top: number
}

/** Where the card goes: its top left corner in viewport pixels, and the side of its mark that it is on. */
export interface Position extends Place {
  readonly side: 'below' | 'above'
}

/** Near enough to be reached within the grace time, far enough not to cover the underline (pixels). */
const GAP = 6

/** No card touches the edge of the window (pixels). */
const MARGIN = 8

/**
 * Below its mark, above where there is no room below and more above, and in any case within the
 * viewport. It begins where the mark begins: at the left, or at the right for text from right to left.
 */
export function positionCard(
  mark: Box,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
  direction: 'ltr' | 'rtl',
): Position {
  const below = mark.top + mark.height + GAP
  const above = mark.top - GAP - card.height
  const roomBelow = viewport.height - MARGIN - below
  const roomAbove = mark.top - GAP - MARGIN
  const side = card.height <= roomBelow || roomBelow >= roomAbove ? 'below' : 'above'
  const start = direction === 'ltr' ? mark.left : mark.left + mark.width - card.width
  return { side, ...withinWindow({ left: start, top: side === 'below' ? below : above }, card, viewport) }
}

/** The place nearest to a wanted one at which the whole card is seen. */
export const withinWindow = (
  { left, top }: Place,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): Place => ({
  left: clamp(left, MARGIN, viewport.width - MARGIN - card.width),
  top: clamp(top, MARGIN, viewport.height - MARGIN - card.height),
})

/** Where the card is larger than the window its start is what shows. */
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
