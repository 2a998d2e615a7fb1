import type { TextBlock } from '../model/mention.ts'
import type { Recognised } from './recognised.ts'

/** A stretch of one Text node's data as it was read (UTF-16 offsets, end exclusive); null is a space between two boxes. */
export type ReadText = { readonly node: Text; readonly start: number; readonly end: number } | null

/**
 * A block of the page's visible text. Of most blocks no more is ever asked than this; where exactly a part of one stands
 * is worked out when it is wanted (segments.ts).
 */
export interface PageBlock extends TextBlock {
  /** The node whose own running text this is, or is a part of. */
  readonly container: Node
  /** What it was read from, in order; null where that is all the text in the container. */
  readonly texts: readonly ReadText[] | null
  /** Where its text stands, once that was asked for (segments.ts). */
  segments?: readonly Segment[]
  /** What was recognised in it, once that was asked. */
  recognised?: Recognised
}

/** A stretch of a block that is a stretch of one Text node, unit for unit (line breaks and tabs read as spaces). */
export interface Segment {
  readonly node: Text
  /** UTF-16 offset in the block's text. */
  readonly blockStart: number
  /** UTF-16 offset in the node's data. */
  readonly nodeStart: number
  readonly length: number
}

/** The node that a block's text begins in, or with. */
export const startOf = ({ container, texts }: PageBlock): Node => nodeIn(texts?.[0]) ?? container

/** The node that a block's text ends in, or with. */
export const endOf = ({ container, texts }: PageBlock): Node => nodeIn(texts?.at(-1)) ?? container

const nodeIn = (text: ReadText | undefined): Text | undefined => text?.node
