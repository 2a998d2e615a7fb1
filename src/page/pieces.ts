import type { PageBlock, Segment } from './page-block.ts'
import { segmentsOf } from './segments.ts'

/** A part of one Text node: UTF-16 offsets into its data, end exclusive. */
export interface Piece {
  readonly node: Text
  readonly start: number
  readonly end: number
}

/**
 * The parts of Text nodes that a stretch of a block covers, in order. Empty where the stretch does not
 * start and end in text, or where the text has changed since the block was read.
 */
export function piecesOf(block: PageBlock, start: number, end: number): Piece[] {
  const segments = segmentsOf(block)
  const first = segmentAt(segments, start)
  const last = segmentAt(segments, end - 1)
  if (start >= end || first < 0 || last < 0) return []
  const pieces: Piece[] = []
  for (let at = first; at <= last; at++) {
    const segment = segments[at]
    if (segment === undefined) return []
    const from = Math.max(start, segment.blockStart)
    const to = Math.min(end, segment.blockStart + segment.length)
    if (!isUnchanged(segment, block.text, from, to)) return []
    extend(pieces, segment.node, from - segment.blockStart + segment.nodeStart, to - from)
  }
  return pieces
}
/** A collapsed run of white space splits segments of one node, but the piece of the page is one. */
function extend(pieces: Piece[], node: Text, start: number, length: number): void {
  const previous = pieces.at(-1)
  if (previous?.node === node) pieces[pieces.length - 1] = { ...previous, end: start + length }
  else pieces.push({ node, start, end: start + length })
}

function isUnchanged(segment: Segment, text: string, from: number, to: number): boolean {
  const offset = segment.nodeStart - segment.blockStart
  const then = text.slice(from, to)
  const now = segment.node.data.slice(from + offset, to + offset)
  return now === then || now.replace(/[\t\n\f\r]/g, ' ') === then
}

/** The number of the segment that holds a unit of the block, or -1; by halves, for a block may have thousands. */
function segmentAt(segments: readonly Segment[], unit: number): number {
  let low = 0
  let high = segments.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (segment === undefined) return -1
    if (unit < segment.blockStart) high = middle - 1
    else if (unit >= segment.blockStart + segment.length) low = middle + 1
    else return middle
  }
  return -1
}
