import { JOINING_BYTE, PAIR_CLASSES, WIDE_BYTE } from './unit-bytes.ts'

/** The most units of a chunk: its bytes and bounds stay in the first-level cache. */
export const CHUNK_UNITS = 4096
const SPACE = 0x20
/** How far back a chunk's end is moved to fall on a space; words are shorter by far. */
const LONGEST_STEP_BACK = 256
/** After a chunk that was not ASCII so many go by before the fast copy is tried again: a failed try costs most of a loop. */
const CHUNKS_BETWEEN_TRIES = 16
/** Where more than a quarter of a chunk is not ASCII, a loop over its units is faster than making UTF-8 of it first. */
const MOST_BYTES_PER_UNIT = 1.25
const NOT_ASCII = 0x80808080 | 0
/** Bytes that a look-up may read beyond the end of a chunk. */
const SLACK = 32

/** How many tokens begin among sixteen units. */
const BIT_COUNTS: Uint8Array = bitCounts()

/** What belongs to a word among its first, second and third four bytes, by its length. */
export const GROUP_MASKS: readonly [Int32Array, Int32Array, Int32Array] = [
  byteMasks(0),
  byteMasks(4),
  byteMasks(8),
]

/**
 * Where the tokens of a chunk begin and end, found sixteen units at a time from bit masks instead of unit by
 * unit: a loop over the units would mispredict at each word's end, and that costs more than all else.
 */
export class TokenBounds {
  /** The chunk as one byte per unit. */
  readonly bytes: DataView
  /** Offsets of the tokens within the chunk; those from `count` on are stale. */
  readonly starts = new Uint16Array(CHUNK_UNITS + SLACK)
  readonly ends = new Uint16Array(CHUNK_UNITS + SLACK)
  count = 0
  private readonly units: Uint8Array
  private readonly pairs: Uint16Array
  private readonly unitBytes: Uint8Array
  private readonly encoder = new TextEncoder()
  private chunksToTry = 0

  /** `unitBytes` tells the byte of each UTF-16 unit, as `unitBytesOf` gives it. */
  constructor(unitBytes: Uint8Array) {
    // In UTF-8 a unit takes up to three bytes: room for a chunk that turns out not to be ASCII.
    const memory = new ArrayBuffer(CHUNK_UNITS * 3 + SLACK)
    this.bytes = new DataView(memory)
    this.units = new Uint8Array(memory)
    this.pairs = new Uint16Array(memory)
    this.unitBytes = unitBytes
  }

  /**
   * Finds the tokens of the chunk that begins at an offset; gives where the chunk ends, between two tokens: at `to`
   * where that is surely such a place, else as near before it as it can. `to` is at most `CHUNK_UNITS` further on.
   */
  find(text: string, from: number, to: number, isBetween: boolean): number {
    const most = to - from
    this.read(text, from, most)
    const length = isBetween ? most : this.lastBoundary(most)
    this.units.fill(SPACE, length, length + SLACK)
    this.mark(length)
    return from + length
  }

  private read(text: string, from: number, length: number): void {
    if (this.chunksToTry === 0) {
      const { read, written } = this.encoder.encodeInto(text.slice(from, from + length), this.units)
      if (written < read * MOST_BYTES_PER_UNIT) {
        if (written > read) this.expand(written)
        return
      }
      this.chunksToTry = CHUNKS_BETWEEN_TRIES
    }
    this.chunksToTry--
    const { units, unitBytes } = this
    for (let index = 0; index < length; index++)
      units[index] = unitBytes[text.charCodeAt(from + index)] as number
  }

  /**
   * Makes bytes of UTF-8 bytes of units, in place: no unit takes less than a byte of UTF-8. What is ASCII is
   * moved four bytes at a time.
   */
  private expand(length: number): void {
    const { bytes, units, unitBytes } = this
    units.fill(SPACE, length, length + 4)
    let to = 0
    for (let at = 0; at < length; ) {
      const four = bytes.getInt32(at, true)
      if ((four & NOT_ASCII) === 0) {
        bytes.setInt32(to, four, true)
        to += 4
        at += 4
        continue
      }
      const lead = four & 0xff
      if (lead < 0x80) {
        units[to++] = lead
        at++
      } else if (lead < 0xe0) {
        units[to++] = unitBytes[((lead & 0x1f) << 6) | ((four >>> 8) & 0x3f)] as number
        at += 2
      } else if (lead < 0xf0) {
        units[to++] = unitBytes[
          ((lead & 0xf) << 12) | ((four >>> 2) & 0xfc0) | ((four >>> 16) & 0x3f)
        ] as number
        at += 3
      } else {
        units[to++] = JOINING_BYTE
        units[to++] = JOINING_BYTE
        at += 4
      }
    }
  }

  /** The last place at which a chunk can be cut without cutting a token, or its full length where there is none. */
  private lastBoundary(length: number): number {
    const { units } = this
    for (let end = length; end > Math.max(0, length - LONGEST_STEP_BACK); end--) {
      const before = units[end - 1]
      if (before === SPACE) return end
      // Between two ideographs; what follows the chunk may be a mark, so its own end is no such place.
      if (end < length && before === WIDE_BYTE && units[end] === WIDE_BYTE) return end
    }
    // A token without end: the reader of what is not plain goes on to wherever it ends.
    units[length - 1] = JOINING_BYTE
    return length
  }

  private mark(length: number): void {
    const { pairs, starts, ends } = this
    let begun = 0
    let ended = 0
    let wordBefore = 0
    let aloneBefore = 0
    for (let base = 0; base <= length; base += 16) {
      const pair = base >>> 1
      const classes =
        (PAIR_CLASSES[pairs[pair] as number] as number) |
        ((PAIR_CLASSES[pairs[pair + 1] as number] as number) >>> 2) |
        ((PAIR_CLASSES[pairs[pair + 2] as number] as number) >>> 4) |
        ((PAIR_CLASSES[pairs[pair + 3] as number] as number) >>> 6) |
        ((PAIR_CLASSES[pairs[pair + 4] as number] as number) >>> 8) |
        ((PAIR_CLASSES[pairs[pair + 5] as number] as number) >>> 10) |
        ((PAIR_CLASSES[pairs[pair + 6] as number] as number) >>> 12) |
        ((PAIR_CLASSES[pairs[pair + 7] as number] as number) >>> 14)
      const words = classes >>> 16
      const alone = classes & 0xffff
      const shifted = (words >>> 1) | wordBefore
      let begins = (words & ~shifted) | alone
      let stops = (shifted & ~words) | (alone >>> 1) | aloneBefore
      wordBefore = (words & 1) << 15
      aloneBefore = (alone & 1) << 15
      const offset = base - 16
      const more = BIT_COUNTS[begins] as number
      const over = BIT_COUNTS[stops] as number
      // Four of each are written whether there or not; what is too much is written over next time.
      let zeros = Math.clz32(begins)
      starts[begun] = offset + zeros
      begins &= 0x7fffffff >>> zeros
      zeros = Math.clz32(begins)
      starts[begun + 1] = offset + zeros
      begins &= 0x7fffffff >>> zeros
      zeros = Math.clz32(begins)
      starts[begun + 2] = offset + zeros
      begins &= 0x7fffffff >>> zeros
      zeros = Math.clz32(begins)
      starts[begun + 3] = offset + zeros
      begins &= 0x7fffffff >>> zeros
      for (let at = begun + 4; begins !== 0; at++) {
        zeros = Math.clz32(begins)
        starts[at] = offset + zeros
        begins &= 0x7fffffff >>> zeros
      }
      zeros = Math.clz32(stops)
      ends[ended] = offset + zeros
      stops &= 0x7fffffff >>> zeros
      zeros = Math.clz32(stops)
      ends[ended + 1] = offset + zeros
      stops &= 0x7fffffff >>> zeros
      zeros = Math.clz32(stops)
      ends[ended + 2] = offset + zeros
      stops &= 0x7fffffff >>> zeros
      zeros = Math.clz32(stops)
      ends[ended + 3] = offset + zeros
      stops &= 0x7fffffff >>> zeros
      for (let at = ended + 4; stops !== 0; at++) {
        zeros = Math.clz32(stops)
        ends[at] = offset + zeros
        stops &= 0x7fffffff >>> zeros
      }
      begun += more
      ended += over
    }
    this.count = begun
  }
}

function bitCounts(): Uint8Array {
  const counts = new Uint8Array(0x10000)
  for (let bits = 1; bits < counts.length; bits++) counts[bits] = (counts[bits >>> 1] as number) + (bits & 1)
  return counts
}

function byteMasks(skipped: number): Int32Array {
  return Int32Array.from({ length: CHUNK_UNITS + SLACK }, (_, length) => {
    const kept = Math.max(0, Math.min(4, length - skipped))
    return kept === 4 ? -1 : (1 << (8 * kept)) - 1
  })
}
