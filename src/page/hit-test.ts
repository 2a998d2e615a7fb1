import type { Mark } from './marked-block.ts'
import { isText } from './nodes.ts'
import type { Piece } from './pieces.ts'
import { plain } from './plain.ts'

/** A mark at a point, and the rectangle (of the line, in viewport pixels) that the point lies in. */
export interface Hit {
  readonly mark: Mark
  readonly rect: DOMRect
}

/** Pixels around a line's rectangle that still count: rectangles of small type are narrow strips. */
const SLACK = 1

/**
 * The mark whose text lies under a point of the viewport, or null. Text in shadow trees is seen only
 * where their roots are given. `near` tells the marks of a Text node around an offset.
 */
export function hitTest(
  document: Document,
  near: (node: Text, offset: number) => readonly Mark[],
  shadowRoots: ShadowRoot[],
  x: number,
  y: number,
): Hit | null {
  const position = plain(document, 'caretPositionFromPoint')(x, y, { shadowRoots })
  const node = position?.offsetNode ?? null
  if (position === null || !isText(node)) return null
  for (const mark of near(node, position.offset)) {
    // The caret goes to the nearest text, however far: only the rectangles tell whether the point is on it.
    const rect = rectsOf(mark.pieces.filter((piece) => piece.node === node)).find((each) =>
      contains(each, x, y),
    )
    if (rect !== undefined) return { mark, rect }
  }
  return null
}

/** The rectangle of a mark's first line, in viewport pixels; null where it is not shown. */
export const firstRect = ({ pieces }: Mark): DOMRect | null =>
  rectsOf(pieces).find(({ width, height }) => width > 0 && height > 0) ?? null

function rectsOf(pieces: readonly Piece[]): DOMRect[] {
  return pieces.flatMap(({ node, start, end }) => {
    if (!node.isConnected || end > node.data.length) return []
    const range = plain(node.ownerDocument, 'createRange')()
    range.setStart(node, start)
    range.setEnd(node, end)
    return [...range.getClientRects()]
  })
}

const contains = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK
