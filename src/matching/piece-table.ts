import { ENTRIES } from '../text/character-table.ts'
import { classOf, IDEOGRAPH, OTHER, SEPARATOR, UPPER_BIT, WORD } from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { hashOfToken, hashOfUnits, type Multipliers, wholeHashOf } from './hashing.ts'
import { IntList, powerOfTwoFrom } from './int-list.ts'

/** What a piece may look like, as flags. */
export const PIECE_STARTS_LATE = 1
export const PIECE_ENDS_EARLY = 2
/** It holds characters that cannot be compared one by one, or no token at all. */
export const PIECE_IS_INTRICATE = 4
/** Its first word begins with a capital. */
export const PIECE_IS_CAPITAL = 8

const EMPTY = 0
const UNDERSCORE = 0x5f
const PLAIN_CLASSES: readonly number[] = [WORD, OTHER, IDEOGRAPH, SEPARATOR]

/** Ends each piece in `PieceTable.bytes`; no text holds it. */
const TERMINATOR = 0xff
/** What a slot holds side by side, so that a look-up reads one line of the cache: see the offsets. */
const SLOT_SHIFT = 2
const SLOT_WIDTH = 1 << SLOT_SHIFT
const HASH = 1
const START = 2
const COUNT = 3
/** Slots that may be taken. Four lie in one line of the cache, so that a look-up that passes some reads no more. */
const FILL = 0.75
/** Most pieces are shorter. */
const MOST_WORD_UNITS = 64
/** Pieces of one hash that a look-up passes. Only spellings that differ in case share one in numbers: "Un", "uN". */
const MOST_ALIKE = 16

/**
 * The distinct pieces of the names of a build; a piece is what stands between two spaces. Names share most
 * of their pieces, so each is stored once, and is read into tokens once.
 */
export class PieceTable {
  readonly bytes = new ByteWriter(1 << 16)
  readonly flags = new IntList()
  /** How many words and ideographs each piece has. */
  readonly words = new IntList()
  /** Where the hashes of each piece's tokens begin in `tokens`; they end where those of the next begin. */
  readonly tokenStarts = new IntList()
  readonly tokens = new IntList()
  /** Beside each of them a hash of all its units, case left out: equal words have equal ones. */
  readonly wholes = new IntList()
  /** How many pieces there are. */
  size = 0
  private readonly starts = new IntList()
  /** In each slot the number of a piece plus one or 0, its hash, its start, and how often it was asked for. */
  private slots: Int32Array
  private readonly by: Multipliers
  private readonly reader = new TokenReader()
  /** The folded units of a piece that is one word of ASCII. */
  private readonly word = { units: new Uint16Array(MOST_WORD_UNITS), length: 0, isCapital: false }

  /** `names` is how many names are expected, 0 where nobody knows: then the table grows as it fills. */
  constructor(by: Multipliers, names: number) {
    this.by = by
    // There are two to three pieces for every four names.
    this.slots = new Int32Array(SLOT_WIDTH * powerOfTwoFrom(Math.max(names, 1 << 12)))
    this.tokenStarts.push(0)
  }

  /** Where a piece begins in `bytes`. */
  startOf(piece: number): number {
    return this.starts.at(piece)
  }

  /** Where it ends (exclusive). */
  endOf(piece: number): number {
    return (piece + 1 < this.size ? this.starts.at(piece + 1) : this.bytes.length) - 1
  }

  /** How often each piece was asked for. */
  counts(): Int32Array {
    const counts = new Int32Array(this.size)
    for (let slot = 0; slot < this.slots.length; slot += SLOT_WIDTH) {
      const piece = (this.slots[slot] as number) - 1
      if (piece >= 0) counts[piece] = this.slots[slot + COUNT] as number
    }
    return counts
  }

  /**
   * The number of the piece of a text between two offsets, counted once more. Where case does not matter a
   * piece that differs in the case of ASCII letters serves as well.
   */
  number(text: string, from: number, to: number, anyCase: boolean): number {
    const writer = this.bytes
    writer.reserve((to - from) * 3 + 1)
    const { bytes, length: begin } = writer
    const { piece: multiplier } = this.by
    let hash = multiplier
    for (let index = from; index < to; index++) {
      const unit = text.charCodeAt(index)
      if (unit < 0x80) {
        // Setting bit 5 folds the case of letters; that it merges some marks too only costs a comparison.
        hash = Math.imul(hash ^ (hash >>> 15) ^ (unit | 0x20), multiplier)
        bytes[writer.length++] = unit
      } else {
        hash = Math.imul(hash ^ (hash >>> 15) ^ unit, multiplier)
        writer.unit(unit)
      }
    }
    bytes[writer.length++] = TERMINATOR
    hash ^= hash >>> 15
    let slot = this.find(hash, begin, anyCase, MOST_ALIKE)
    if (slot < 0) {
      hash = this.exactHash(begin)
      slot = this.find(hash, begin, anyCase, Number.POSITIVE_INFINITY)
    }
    const { slots } = this
    if (slots[slot] === EMPTY) return this.add(slot, hash, begin, text.slice(from, to))
    writer.length = begin
    slots[slot + COUNT] = (slots[slot + COUNT] as number) + 1
    return (slots[slot] as number) - 1
  }

  /**
   * The slot of the piece whose bytes equal those written last, or the empty one where it belongs; -1 where
   * `most` others have the hash.
   */
  private find(hash: number, begin: number, anyCase: boolean, most: number): number {
    const { slots } = this
    const mask = slots.length - 1
    let alike = 0
    let slot = (hash << SLOT_SHIFT) & mask
    for (; slots[slot] !== EMPTY; slot = (slot + SLOT_WIDTH) & mask) {
      if (slots[slot + HASH] !== hash) continue
      if (this.equals(slots[slot + START] as number, begin, anyCase)) break
      if (++alike === most) return -1
    }
    return slot
  }

  /** A hash of the bytes written last that tells apart what differs in case. */
  private exactHash(begin: number): number {
    const { bytes, length } = this.bytes
    const { rest } = this.by
    let hash = rest
    for (let index = begin; index < length; index++)
      hash = Math.imul(hash ^ (hash >>> 15) ^ (bytes[index] as number), rest)
    return hash ^ (hash >>> 15)
  }

  /** Whether two pieces are the same, the second being the last of all; the terminator takes part. */
  private equals(one: number, other: number, anyCase: boolean): boolean {
    const { bytes, length } = this.bytes
    for (let index = 0; index < length - other; index++) {
      const first = bytes[one + index] as number
      const second = bytes[other + index] as number
      if (first !== second && !(anyCase && isSameLetter(first, second))) return false
    }
    return true
  }

  private add(slot: number, hash: number, begin: number, text: string): number {
    const piece = this.size++
    this.starts.push(begin)
    if (this.isWord(begin)) this.takeWord()
    else this.readTokens(text)
    this.place(slot, piece, hash, begin, 1)
    if (piece * SLOT_WIDTH > this.slots.length * FILL) this.grow()
    return piece
  }

  private place(slot: number, piece: number, hash: number, begin: number, count: number): void {
    const { slots } = this
    slots[slot] = piece + 1
    slots[slot + HASH] = hash
    slots[slot + START] = begin
    slots[slot + COUNT] = count
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    const mask = this.slots.length - 1
    for (let from = 0; from < old.length; from += SLOT_WIDTH) {
      if (old[from] === EMPTY) continue
      const hash = old[from + HASH] as number
      let slot = (hash << SLOT_SHIFT) & mask
      while (this.slots[slot] !== EMPTY) slot = (slot + SLOT_WIDTH) & mask
      this.place(
        slot,
        (old[from] as number) - 1,
        hash,
        old[from + START] as number,
        old[from + COUNT] as number,
      )
    }
  }

  /** Whether the piece written last is one word of ASCII letters and digits, as most are; its units are kept then. */
  private isWord(begin: number): boolean {
    const { word } = this
    const { bytes, length } = this.bytes
    word.length = length - begin - 1
    if (word.length === 0 || word.length > MOST_WORD_UNITS) return false
    for (let index = 0; index < word.length; index++) {
      const byte = bytes[begin + index] as number
      const entry = ENTRIES[byte] as number
      if (byte > 0x7f || byte === UNDERSCORE || classOf(entry) !== WORD) return false
      word.units[index] = byte | 0x20
    }
    word.isCapital = ((ENTRIES[bytes[begin] as number] as number) & UPPER_BIT) !== 0
    return true
  }

  /** The same for that word as `readTokens` does for anything. */
  private takeWord(): void {
    const { by, word } = this
    this.tokens.push(hashOfUnits(by, word.units, word.length, word.isCapital))
    this.wholes.push(wholeHashOf(by, word))
    this.tokenStarts.push(this.tokens.length)
    this.words.push(1)
    this.flags.push(word.isCapital ? PIECE_IS_CAPITAL : 0)
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
      this.wholes.push(wholeHashOf(this.by, reader))
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
