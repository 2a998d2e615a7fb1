import { IntList } from './int-list.ts'
import type { PiecePool } from './piece-pool.ts'
import { MOST_NUMBER_BYTES, type RecordWriter } from './record-writer.ts'

/** What a place in the table of stored pieces costs: four bytes for its start, about two and a half for each reference. */
const ENTRY_BYTES = 4
const REFERENCE_BYTES = 2.5
const INLINE = -1
/** Pieces that are looked at in one step. */
const PIECES_AT_ONCE = 1 << 16

/**
 * How records write pieces: a piece that pays for a place of its own is stored once and named by its rank
 * (an even varint), the most frequent first as small numbers are short; any other stands in the record
 * itself (an odd varint that tells its length, then its bytes).
 */
export class PieceCodes {
  /** The bytes of the stored pieces, and where each begins; one more start than there are pieces. */
  starts = new Uint32Array(1)
  bytes = new Uint8Array(0)
  private readonly pool: PiecePool

  /** The pieces' counts are of no use any more once `rank` has begun: their ranks take their place. */
  constructor(pool: PiecePool) {
    this.pool = pool
  }

  /** How many pieces are stored. */
  get size(): number {
    return this.starts.length - 1
  }

  /** Chooses the pieces to store; between its steps others may run. */
  *rank(): Generator<undefined> {
    const { pool } = this
    const chosen = yield* this.choose()
    yield
    this.starts = new Uint32Array(chosen.length + 1)
    for (const [rank, piece] of chosen.entries()) {
      pool.setRank(piece, rank)
      this.starts[rank + 1] = (this.starts[rank] as number) + pool.endOf(piece) - pool.startOf(piece)
    }
    this.bytes = new Uint8Array(this.starts.at(-1) as number)
    for (const [rank, piece] of chosen.entries())
      this.bytes.set(pool.bytes.subarray(pool.startOf(piece), pool.endOf(piece)), this.starts[rank])
    yield
  }

  /** The most bytes that a piece takes in a record. */
  mostBytes(piece: number): number {
    const { pool } = this
    return pool.rank(piece) === INLINE
      ? pool.endOf(piece) - pool.startOf(piece) + MOST_NUMBER_BYTES
      : MOST_NUMBER_BYTES
  }

  /** Writes a piece into a record. */
  write(to: RecordWriter, piece: number): void {
    const rank = this.pool.rank(piece)
    if (rank === INLINE) this.writeInline(to, piece)
    else to.varint(rank << 1)
  }

  private writeInline(to: RecordWriter, piece: number): void {
    const { pool } = this
    const start = pool.startOf(piece)
    const end = pool.endOf(piece)
    to.varint(((end - start) << 1) | 1)
    to.copy(pool.bytes, start, end)
  }

  /** The pieces that are worth storing, the most frequent first. */
  private *choose(): Generator<undefined, Uint32Array> {
    const { pool } = this
    const keys = new IntList()
    let looked = 0
    for (const piece of pool.all()) {
      const count = pool.count(piece)
      const length = pool.endOf(piece) - pool.startOf(piece)
      pool.setRank(piece, INLINE)
      if (count * (1 + length) > ENTRY_BYTES + length + count * REFERENCE_BYTES) {
        // One number of 64 bits holds both, so that sorting needs no function: frequent ones get small keys.
        keys.push(piece)
        keys.push(-count)
      }
      if (++looked % PIECES_AT_ONCE === 0) yield
    }
    const pairs = keys.values()
    new BigInt64Array(pairs.buffer, 0, pairs.length >>> 1).sort()
    const chosen = new Uint32Array(pairs.length >>> 1)
    for (let rank = 0; rank < chosen.length; rank++) chosen[rank] = pairs[2 * rank] as number
    keys.free()
    return chosen
  }
}
