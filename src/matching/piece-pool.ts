import { enlarged, free, IntList } from './int-list.ts'

/** What a piece may look like, as flags. */
export const PIECE_STARTS_LATE = 1
export const PIECE_ENDS_EARLY = 2
/** It holds characters that cannot be compared one by one, or no token at all. */
export const PIECE_IS_INTRICATE = 4
/** Its first word begins with a capital. */
export const PIECE_IS_CAPITAL = 8
/** Behind the flags, how many words and ideographs it has: none, one, or more. */
const WORDS_SHIFT = 4
const MOST_WORDS = 2
/** Its tokens lie in the list of those that are not exactly one. */
const HAS_OTHER_TOKENS = 1 << 6

/** Ends the text of a piece; no text holds it. */
const TERMINATOR = 0xff
/** Before the bytes of a piece stand two words, how often it was asked for and its token, and a byte of its looks. */
const HEAD_WORDS = 2
const HEAD_BYTES = HEAD_WORDS * 4 + 1
const TOKEN = 1
/** No piece has the number 0. */
const FIRST = 1

/**
 * The pieces of names one after the other, all that belongs to one side by side: a look-up reads one place of the memory.
 * A piece is known by where it lies, in words of 32 bits.
 */
export class PiecePool {
  bytes: Uint8Array<ArrayBuffer>
  /** Where the next piece will lie. */
  end = FIRST
  private words: Int32Array<ArrayBuffer>
  /** How many tokens, and their hashes, of each piece that has not exactly one. */
  private readonly others = new IntList()
  /** Where the bytes end that were written last. */
  private written = 0

  constructor(capacity: number) {
    this.words = new Int32Array(capacity)
    this.bytes = new Uint8Array(this.words.buffer)
  }

  /** Begins the text of the next piece, of so many units at most; gives where its bytes begin. */
  begin(units: number): number {
    const begin = this.end * 4 + HEAD_BYTES
    while (begin + units * 3 + 8 > this.bytes.length) this.grow()
    this.written = begin
    return begin
  }

  /** A UTF-16 unit as UTF-8 would write it, halves of surrogate pairs one by one, so that any text comes back. */
  unit(unit: number): void {
    const { bytes } = this
    if (unit < 0x80) bytes[this.written++] = unit
    else if (unit < 0x800) {
      bytes[this.written++] = 0xc0 | (unit >>> 6)
      bytes[this.written++] = 0x80 | (unit & 0x3f)
    } else {
      bytes[this.written++] = 0xe0 | (unit >>> 12)
      bytes[this.written++] = 0x80 | ((unit >>> 6) & 0x3f)
      bytes[this.written++] = 0x80 | (unit & 0x3f)
    }
  }

  /** Ends the text; gives where its bytes end. The piece is not there until it is kept. */
  finish(): number {
    this.bytes[this.written] = TERMINATOR
    return this.written
  }

  /** Keeps what was written last as a new piece, asked for once. Gives its number. */
  keep(flags: number, words: number, tokens: readonly number[]): number {
    const piece = this.end
    const isOne = tokens.length === 1
    this.words[piece] = 1
    this.words[piece + TOKEN] = isOne ? (tokens[0] as number) : this.others.length
    this.bytes[(piece + HEAD_WORDS) * 4] =
      flags | (Math.min(words, MOST_WORDS) << WORDS_SHIFT) | (isOne ? 0 : HAS_OTHER_TOKENS)
    if (!isOne) {
      this.others.push(tokens.length)
      for (const token of tokens) this.others.push(token)
    }
    this.end = (this.written + 4) >>> 2
    return piece
  }

  /** How often a piece was asked for, until its rank is told. */
  count(piece: number): number {
    return this.words[piece] as number
  }

  increase(piece: number): void {
    this.words[piece] = (this.words[piece] as number) + 1
  }

  /** In the end a piece's rank takes the place of its count. */
  setRank(piece: number, rank: number): void {
    this.words[piece] = rank
  }

  rank(piece: number): number {
    return this.words[piece] as number
  }

  flags(piece: number): number {
    return (this.bytes[(piece + HEAD_WORDS) * 4] as number) & 0xf
  }

  /** How many words and ideographs it has; 2 for more. */
  wordsIn(piece: number): number {
    return ((this.bytes[(piece + HEAD_WORDS) * 4] as number) >>> WORDS_SHIFT) & 3
  }

  tokensIn(piece: number): number {
    return this.hasOthers(piece) ? this.others.at(this.words[piece + TOKEN] as number) : 1
  }

  token(piece: number, index: number): number {
    const token = this.words[piece + TOKEN] as number
    return this.hasOthers(piece) ? this.others.at(token + 1 + index) : token
  }

  startOf(piece: number): number {
    return piece * 4 + HEAD_BYTES
  }

  endOf(piece: number): number {
    const { bytes } = this
    let end = piece * 4 + HEAD_BYTES
    while (bytes[end] !== TERMINATOR) end++
    return end
  }

  /** All pieces in the order in which they came. */
  *all(): Generator<number> {
    for (let piece = FIRST; piece < this.end; piece = (this.endOf(piece) + 4) >>> 2) yield piece
  }

  free(): void {
    free(this.words)
    this.others.free()
  }

  private hasOthers(piece: number): boolean {
    return ((this.bytes[(piece + HEAD_WORDS) * 4] as number) & HAS_OTHER_TOKENS) !== 0
  }

  private grow(): void {
    this.words = new Int32Array(enlarged(this.words.buffer))
    this.bytes = new Uint8Array(this.words.buffer)
  }
}
