import { ENTRIES } from '../text/character-table.ts'
import { classOf, IDEOGRAPH, OTHER, SEPARATOR, UPPER_BIT, WORD } from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'
import { hashOfToken, hashOfUnits, type Multipliers } from './hashing.ts'
import { free, powerOfTwoFrom } from './int-list.ts'
import {
  PIECE_ENDS_EARLY,
  PIECE_IS_CAPITAL,
  PIECE_IS_INTRICATE,
  PIECE_STARTS_LATE,
  PiecePool,
} from './piece-pool.ts'

const EMPTY = 0
const UNDERSCORE = 0x5f
const PLAIN_CLASSES: readonly number[] = [WORD, OTHER, IDEOGRAPH, SEPARATOR]

/** What a slot holds side by side, so that a look-up reads one line of the cache: the number of a piece, its hash. */
const SLOT_WIDTH = 2
const HASH = 1
/** Slots that may be taken. Eight lie in one line of the cache, so that a look-up that passes some reads no more. */
const FILL = 0.75
/** Most pieces are shorter. */
const MOST_WORD_UNITS = 64
/** Pieces of one hash that a look-up passes. Only spellings that differ in case share one in numbers: "Un", "uN". */
const MOST_ALIKE = 16
/** Words of the pool for each name that is expected: as a rule a little more than are needed. */
const POOL_WORDS = 6

/**
 * The distinct pieces of the names of a build; a piece is what stands between two spaces. Names share most
 * of their pieces, so each is stored once, and is read into tokens once.
 */
export class PieceTable {
  readonly pool: PiecePool
  private size = 0
  private slots: Int32Array<ArrayBuffer>
  private readonly by: Multipliers
  private readonly reader = new TokenReader()
  /** Where the piece that was sought last is or belongs, its hash, and where its bytes are. */
  private readonly sought = { slot: 0, hash: 0, begin: 0, end: 0 }
  /** The folded units of a piece that is one word of ASCII. */
  private readonly word = { units: new Uint16Array(MOST_WORD_UNITS), length: 0, isCapital: false }

  /** `names` is how many names are expected, 0 where nobody knows: then the table grows as it fills. */
  constructor(by: Multipliers, names: number) {
    this.by = by
    // There are two to three pieces for every four names.
    this.slots = new Int32Array(SLOT_WIDTH * powerOfTwoFrom(Math.max(names, 1 << 12)))
    this.pool = new PiecePool(Math.max(names * POOL_WORDS, 1 << 14))
  }

  /**
   * The number of the piece of a text between two offsets, counted once more. Where case does not matter a
   * piece that differs in the case of ASCII letters serves as well.
   */
  number(text: string, from: number, to: number, anyCase: boolean): number {
    const piece = this.known(text, from, to, anyCase)
    return piece === EMPTY ? this.add(text.slice(from, to)) : piece
  }

  /** The same of a piece that is there already; 0 where it is not. */
  known(text: string, from: number, to: number, anyCase: boolean): number {
    const { pool, slots, sought } = this
    const begin = pool.begin(to - from)
    const { piece: multiplier } = this.by
    let hash = multiplier
    for (let index = from; index < to; index++) {
      const unit = text.charCodeAt(index)
      // Setting bit 5 folds the case of letters; that it merges some marks too only costs a comparison.
      hash = Math.imul(hash ^ (hash >>> 15) ^ (unit < 0x80 ? unit | 0x20 : unit), multiplier)
      pool.unit(unit)
    }
    const end = pool.finish()
    hash ^= hash >>> 15
    let slot = this.find(hash, begin, end, anyCase, MOST_ALIKE)
    if (slot < 0) {
      hash = this.exactHash(begin, end)
      slot = this.find(hash, begin, end, anyCase, Number.POSITIVE_INFINITY)
    }
    sought.slot = slot
    sought.hash = hash
    sought.begin = begin
    sought.end = end
    const piece = slots[slot] as number
    if (piece !== EMPTY) pool.increase(piece)
    return piece
  }

  /** Gives the memory of the table back, but not that of the pieces; nothing can be looked up any more. */
  close(): void {
    free(this.slots)
  }

  /**
   * The slot of the piece whose bytes equal those written last, or the empty one where it belongs; -1 where
   * `most` others have the hash.
   */
  private find(hash: number, begin: number, end: number, anyCase: boolean, most: number): number {
    const { slots, pool } = this
    const mask = slots.length - 1
    let alike = 0
    let slot = (hash << 1) & mask
    for (; slots[slot] !== EMPTY; slot = (slot + SLOT_WIDTH) & mask) {
      if (slots[slot + HASH] !== hash) continue
      if (this.equals(pool.startOf(slots[slot] as number), begin, end, anyCase)) break
      if (++alike === most) return -1
    }
    return slot
  }

  /** A hash of the bytes written last that tells apart what differs in case. */
  private exactHash(begin: number, end: number): number {
    const { bytes } = this.pool
    const { rest } = this.by
    let hash = rest
    for (let index = begin; index < end; index++)
      hash = Math.imul(hash ^ (hash >>> 15) ^ (bytes[index] as number), rest)
    return hash ^ (hash >>> 15)
  }

  /** Whether two pieces are the same, the second being the last of all; what ends them takes part. */
  private equals(one: number, begin: number, end: number, anyCase: boolean): boolean {
    const { bytes } = this.pool
    for (let index = 0; index <= end - begin; index++) {
      const first = bytes[one + index] as number
      const second = bytes[begin + index] as number
      if (first !== second && !(anyCase && isSameLetter(first, second))) return false
    }
    return true
  }

  /** Adds the piece that was sought last. */
  private add(text: string): number {
    const { slot, hash, begin, end } = this.sought
    const piece = this.isWord(begin, end) ? this.keepWord() : this.keepTokens(text)
    this.slots[slot] = piece
    this.slots[slot + HASH] = hash
    if (++this.size * SLOT_WIDTH > this.slots.length * FILL) this.grow()
    return piece
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    const mask = this.slots.length - 1
    for (let from = 0; from < old.length; from += SLOT_WIDTH) {
      if (old[from] === EMPTY) continue
      const hash = old[from + HASH] as number
      let slot = (hash << 1) & mask
      while (this.slots[slot] !== EMPTY) slot = (slot + SLOT_WIDTH) & mask
      this.slots[slot] = old[from] as number
      this.slots[slot + HASH] = hash
    }
    free(old)
  }

  /** Whether the piece written last is one word of ASCII letters and digits, as most are; its units are kept then. */
  private isWord(begin: number, end: number): boolean {
    const { word } = this
    const { bytes } = this.pool
    word.length = end - begin
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

  /** The same for that word as `keepTokens` does for anything. */
  private keepWord(): number {
    const { units, length, isCapital } = this.word
    return this.pool.keep(isCapital ? PIECE_IS_CAPITAL : 0, 1, [
      hashOfUnits(this.by, units, length, isCapital),
    ])
  }

  private keepTokens(text: string): number {
    const { reader } = this
    const tokens: number[] = []
    let words = 0
    let flags = isPlain(text) ? 0 : PIECE_IS_INTRICATE
    reader.reset(text, 0)
    while (reader.next()) {
      if (tokens.length === 0 && reader.start > 0) flags |= PIECE_STARTS_LATE
      tokens.push(hashOfToken(this.by, reader))
      if (reader.kind === OTHER) continue
      if (words++ === 0 && reader.kind === WORD && reader.uppers[0] === 1) flags |= PIECE_IS_CAPITAL
    }
    if (tokens.length === 0) flags |= PIECE_IS_INTRICATE
    else if (reader.end < text.length) flags |= PIECE_ENDS_EARLY
    return this.pool.keep(flags, words, tokens)
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
