import { ByteWriter } from './byte-writer.ts'
import type { PieceTable } from './piece-table.ts'

/** What a place in the table of stored pieces costs: four bytes for its start, about two and a half for each reference. */
const ENTRY_BYTES = 4
const REFERENCE_BYTES = 2.5
const INLINE = -1

/**
 * How records write pieces: a piece that pays for a place of its own is stored once and named by its rank
 * (an even varint), the most frequent first as small numbers are short; any other stands in the record
 * itself (an odd varint that tells its length, then its bytes).
 */
export class PieceCodes {
  /** How many pieces are stored. */
  readonly size: number
  private readonly ranks: Int32Array
  private readonly stored: Float64Array
  private readonly pieces: PieceTable

  constructor(pieces: PieceTable) {
    this.pieces = pieces
    this.ranks = new Int32Array(pieces.size).fill(INLINE)
    this.stored = storedPieces(pieces)
    this.size = this.stored.length
    for (const [rank, piece] of this.stored.entries()) this.ranks[piece] = rank
  }

  /** Writes a piece into a record; `raw` keeps it out of the stored ones. */
  write(to: ByteWriter, piece: number, raw: boolean): void {
    const rank = raw ? INLINE : (this.ranks[piece] as number)
    if (rank === INLINE) this.writeInline(to, piece)
    else to.varint(rank << 1)
  }

  private writeInline(to: ByteWriter, piece: number): void {
    const start = this.pieces.startOf(piece)
    const end = this.pieces.endOf(piece)
    to.varint(((end - start) << 1) | 1)
    to.copy(this.pieces.bytes.bytes, start, end)
  }

  /** The bytes of the stored pieces, and where each begins; one more start than there are pieces. */
  storedBytes(): { starts: Uint32Array; bytes: Uint8Array } {
    const { pieces } = this
    const writer = new ByteWriter(1 << 12)
    const begins = new Uint32Array(this.size + 1)
    for (const [rank, piece] of this.stored.entries()) {
      writer.copy(pieces.bytes.bytes, pieces.startOf(piece), pieces.endOf(piece))
      begins[rank + 1] = writer.length
    }
    return { starts: begins, bytes: writer.bytes.subarray(0, writer.length) }
  }
}

/** The pieces that are worth storing, the most frequent first. */
function storedPieces(pieces: PieceTable): Float64Array {
  const most = 2 ** 20
  const keys: number[] = []
  const counts = pieces.counts()
  for (let piece = 0; piece < pieces.size; piece++) {
    const count = counts[piece] as number
    const length = pieces.endOf(piece) - pieces.startOf(piece)
    // One number holds both, so that sorting needs no function: frequent ones get small keys.
    if (count * (1 + length) > ENTRY_BYTES + length + count * REFERENCE_BYTES)
      keys.push((most - Math.min(count, most - 1)) * 2 ** 31 + piece)
  }
  return Float64Array.from(keys)
    .sort()
    .map((key) => key % 2 ** 31)
}
