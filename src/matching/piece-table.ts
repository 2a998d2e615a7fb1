import { ENTRIES } from '../text/character-table.ts'
import { classOf, IDEOGRAPH, OTHER, SEPARATOR, UPPER_BIT, WORD } from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { hashOfToken, type Multipliers } from './hashing.ts'
import { IntList, powerOfTwoFrom } from './int-list.ts'

/** What a piece may look like, as flags. */
export const PIECE_STARTS_LATE = 1
export const PIECE_ENDS_EARLY = 2
/** It holds characters that cannot be compared one by one, or no token at all. */
export const PIECE_IS_INTRICATE = 4
/** Its first word begins with a capital. */
export const PIECE_IS_CAPITAL = 8

const EMPTY = 0
const PLAIN_CLASSES: readonly number[] = [WORD, OTHER, IDEOGRAPH, SEPARATOR]

/**
 * The distinct pieces of the names of a build; a piece is what stands between two spaces. Names share most
 * of their pieces, so each is stored once, and is read into tokens once.
 */
export class PieceTable {
  readonly bytes = new ByteWriter(1 << 16)
  /** Where each piece begins in `bytes`; it ends where the next begins. */
  readonly starts = new IntList()
  readonly counts = new IntList()
  readonly flags = new IntList()
  /** How many words and ideographs each piece has. */
  readonly words = new IntList()
  /** Where the hashes of each piece's tokens begin in `tokens`; they end where those of the next begin. */
  readonly tokenStarts = new IntList()
  readonly tokens = new IntList()
  private readonly hashes = new IntList()
  private slots: Int32Array
  private readonly by: Multipliers
  private readonly reader = new TokenReader()

  /** `names` is how many names are expected, 0 where nobody knows: then tables grow as they fill. */
  constructor(by: Multipliers, names: number) {
    this.by = by
    // Half as many pieces as names, and half the slots free.
    this.slots = new Int32Array(powerOfTwoFrom(Math.max(names, 1 << 12)))
    this.starts.push(0)
    this.tokenStarts.push(0)
  }

  get size(): number {
    return this.counts.length
  }

  /**
   * The number of the piece of a text between two offsets, counted once more. Where case does not matter a
   * piece that differs in the case of ASCII letters serves as well.
   */
  number(text: string, from: number, to: number, anyCase: boolean): number {
    const { bytes } = this
    const begin = bytes.length
    bytes.reserve((to - from) * 3)
    let hash = 0x811c9dc5
    for (let index = from; index < to; index++) {
      const unit = text.charCodeAt(index)
      // Setting bit 5 folds the case of letters; that it merges some marks too only costs a comparison.
      hash = Math.imul(hash ^ (unit | 0x20), 0x01000193)
      if (unit < 0x80) bytes.bytes[bytes.length++] = unit
      else bytes.unit(unit)
    }
    hash ^= hash >>> 15
    const found = this.find(hash, begin, anyCase)
    if (found < 0) return this.add(hash, text.slice(from, to))
    bytes.length = begin
    this.counts.data[found] = this.counts.at(found) + 1
    return found
  }

  /** The piece whose bytes equal those written last, or -1. */
  private find(hash: number, begin: number, anyCase: boolean): number {
    const { slots, hashes } = this
    const mask = slots.length - 1
    for (let slot = hash & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const piece = (slots[slot] as number) - 1
      if (hashes.at(piece) === hash && this.equals(piece, begin, anyCase)) return piece
    }
    return -1
  }

  private equals(piece: number, begin: number, anyCase: boolean): boolean {
    const { bytes, length } = this.bytes
    const start = this.starts.at(piece)
    const size = length - begin
    if (this.starts.at(piece + 1) - start !== size) return false
    for (let index = 0; index < size; index++) {
      const own = bytes[start + index] as number
      const other = bytes[begin + index] as number
      if (own !== other && !(anyCase && isSameLetter(own, other))) return false
    }
    return true
  }

  private add(hash: number, text: string): number {
    const piece = this.size
    this.starts.push(this.bytes.length)
    this.counts.push(1)
    this.hashes.push(hash)
    this.readTokens(text)
    if (piece * 2 > this.slots.length) this.grow()
    else this.place(piece)
    return piece
  }

  private place(piece: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = this.hashes.at(piece) & mask
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask
    slots[slot] = piece + 1
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4)
    for (let piece = 0; piece < this.size; piece++) this.place(piece)
  }

  private readTokens(text: string): void {
    const { reader, tokens } = this
    let words = 0
    let flags = isPlain(text) ? 0 : PIECE_IS_INTRICATE
    reader.reset(text, 0)
    while (reader.next()) {
      if (tokens.length === this.tokenStarts.at(this.tokenStarts.length - 1) && reader.start > 0)
        flags |= PIECE_STARTS_LATE
      tokens.push(hashOfToken(this.by, reader))
      if (reader.kind === OTHER) continue
      if (words++ === 0 && reader.kind === WORD && reader.uppers[0] === 1) flags |= PIECE_IS_CAPITAL
    }
    if (tokens.length === this.tokenStarts.at(this.tokenStarts.length - 1)) flags |= PIECE_IS_INTRICATE
    else if (reader.end < text.length) flags |= PIECE_ENDS_EARLY
    this.tokenStarts.push(tokens.length)
    this.words.push(words)
    this.flags.push(flags)
  }
}

/** Whether two bytes are the same ASCII letter in different case. */
function isSameLetter(one: number, other: number): boolean {
  return (
    (one | 0x20) === (other | 0x20) &&
    ((ENTRIES[one] as number) | UPPER_BIT) === ((ENTRIES[other] as number) | UPPER_BIT)
  )
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (!PLAIN_CLASSES.includes(classOf(ENTRIES[text.charCodeAt(index)] as number))) return false
  return true
}
