import type { Hint } from '../model/mention.ts'
import {
  mentionOf,
  type PackedBlock,
  type Sense,
  type SentMention,
  SPAN,
} from '../model/packed-recognition.ts'
import type { PageBlock } from './page-block.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type { Recognised } from './recognised.ts'
import { segmentsOf } from './segments.ts'

/** A mention and where it stands on the page. A mark is one object as long as its text stays as it is. */
export interface Mark {
  readonly block: PageBlock
  /** What the mention says. */
  readonly sense: Sense
  readonly mention: SentMention
  /** The hints that touch the mention. */
  readonly hints: readonly Hint[]
  /**
   * The parts of Text nodes that it covers, more than one where the name runs over several; none where it does not stand
   * there any more. Worked out each time.
   */
  readonly pieces: readonly Piece[]
}

/** A block with what was recognised in it. Its marks are made when they are wanted, which is near the reader. */
export class MarkedBlock {
  readonly block: PageBlock
  readonly #senses: readonly Sense[]
  readonly #found: PackedBlock
  #marks: readonly Mark[] | undefined

  constructor(block: PageBlock, senses: readonly Sense[], found: PackedBlock) {
    this.block = block
    this.#senses = senses
    this.#found = found
  }

  /** How many marks it has. */
  get count(): number {
    return this.#found.spans.length / SPAN
  }

  /** In the order of the text. */
  get marks(): readonly Mark[] {
    this.#marks ??= Array.from({ length: this.count }, (_, at) => this.#markAt(at))
    return this.#marks
  }

  /** The marks as far as anybody has asked for them; no others can have been painted. */
  get made(): readonly Mark[] {
    return this.#marks ?? []
  }

  /** What its mentions say, in order. */
  *senses(): Generator<Sense, void> {
    for (let at = 2; at < this.#found.spans.length; at += SPAN) {
      const sense = this.#senses[this.#found.spans[at] ?? -1]
      if (sense !== undefined) yield sense
    }
  }

  /** The marks that contain or touch an offset of a Text node. */
  near(node: Text, offset: number): readonly Mark[] {
    const unit = unitAt(this.block, node, offset)
    if (unit === null) return []
    const { spans } = this.#found
    const near: Mark[] = []
    for (let at = 0; at < spans.length; at += SPAN) {
      if (!((spans[at] ?? 0) <= unit && unit <= (spans[at + 1] ?? 0))) continue
      const mark = this.marks[at / SPAN]
      if (mark !== undefined) near.push(mark)
    }
    return near
  }

  #markAt(at: number): Mark {
    const [start = 0, end = 0, sense = -1] = this.#found.spans.slice(at * SPAN, (at + 1) * SPAN)
    const said = this.#senses[sense]
    if (said === undefined) throw new Error(`no sense ${sense}`)
    return new BlockMark(this.block, said, start, end, this.#found.hints ?? NO_HINTS)
  }
}

const NO_HINTS: readonly Hint[] = []

class BlockMark implements Mark {
  readonly block: PageBlock
  readonly sense: Sense
  readonly #start: number
  readonly #end: number
  readonly #hints: readonly Hint[]

  constructor(block: PageBlock, sense: Sense, start: number, end: number, hints: readonly Hint[]) {
    this.block = block
    this.sense = sense
    this.#start = start
    this.#end = end
    this.#hints = hints
  }

  get mention(): SentMention {
    return mentionOf(this.sense, this.block.text, this.#start, this.#end)
  }

  get hints(): readonly Hint[] {
    return this.#hints.filter(({ start, end }) => start < this.#end && this.#start < end)
  }

  get pieces(): readonly Piece[] {
    return piecesOf(this.block, this.#start, this.#end)
  }
}

/** The block with its marks; null where nothing was recognised in it. */
export function markedBlock(block: PageBlock, recognised: Recognised | undefined): MarkedBlock | null {
  const found = recognised?.found ?? null
  if (recognised === undefined || found === null || found.spans.length === 0) return null
  return new MarkedBlock(block, recognised.senses, found)
}

/** The offset in a block's text of an offset in a Text node; null where that is none of the block's. */
function unitAt(block: PageBlock, node: Text, offset: number): number | null {
  let unit: number | null = null
  for (const segment of segmentsOf(block))
    if (segment.node === node && segment.nodeStart <= offset)
      unit = segment.blockStart + Math.min(offset - segment.nodeStart, segment.length)
  return unit
}
