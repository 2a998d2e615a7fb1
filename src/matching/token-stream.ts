import { ENTRIES } from '../text/character-table.ts'
import {
  classOf,
  foldOf,
  IDEOGRAPH,
  IGNORED,
  LINE_BREAK,
  MARK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  WORD,
} from '../text/characters.ts'
import { isSecondHalf, TokenReader } from '../text/token-reader.ts'
import {
  finished,
  GROUPED_UNITS,
  hashOfSingle,
  hashOfToken,
  LOWER_BIT,
  type Multipliers,
  withGroup,
} from './hashing.ts'
import { CHUNK_UNITS, GROUP_MASKS, TokenBounds } from './token-bounds.ts'
import { FIRST_BYTE_FLAGS, JOINING_BYTE, SECOND_BYTE_FLAGS } from './unit-bytes.ts'

/** Set in each byte of a group: the bit that lower-case letters have. */
const LOWER_CASE = 0x20202020
/** The hash of the token that stands for the end of a block; it is compared with the text like any other. */
const BREAK_HASH = LOWER_BIT
/** The unified ideographs, of which each folds to itself: nearly all of Chinese text. */
const FIRST_UNIFIED = 0x4e00
const LAST_UNIFIED = 0x9fff
/** Tokens that may come beside those of a chunk's units: ends of blocks, and what a reader reads beyond its end. */
const SLACK = 64

/**
 * The tokens of a text with their hashes, a chunk at a time: the same tokens as `TokenReader` reads, but
 * fast where the text is plain; what is not plain is left to the `TokenReader` itself.
 */
export class TokenStream {
  /** Starts and hashes of the tokens at hand; those from `count` on are stale. */
  readonly starts: Int32Array
  readonly hashes: Int32Array
  /** How many tokens are at hand. */
  count = 0
  /** Where the next chunk begins, in UTF-16 units. */
  position = 0
  private text = ''
  /** Line breaks since the token that ends at `breaksAfter`. */
  private breaks = 0
  private breaksAfter = -1
  /** Where the token read last ends. */
  private lastEnd = -1
  /** Whether there are ideographs about. */
  private isWide = false
  private readonly by: Multipliers
  /** The hashes of marks of punctuation. */
  private readonly singles: Int32Array
  private readonly bounds: TokenBounds
  private readonly reader = new TokenReader()

  /** `most` is how many tokens may be kept from one chunk to the next; `unitBytes` comes from `unitBytesOf(by)`. */
  constructor(by: Multipliers, unitBytes: Uint8Array, most: number) {
    const capacity = CHUNK_UNITS + most + SLACK
    this.by = by
    this.singles = Int32Array.from({ length: 0x80 }, (_, mark) => hashOfSingle(by, mark))
    this.bounds = new TokenBounds(unitBytes)
    this.starts = new Int32Array(capacity)
    this.hashes = new Int32Array(capacity)
  }

  /** Begins a text. */
  reset(text: string): void {
    this.text = text
    this.position = 0
    this.count = 0
    this.breaks = 0
    this.breaksAfter = -1
    this.lastEnd = -1
    this.isWide = false
  }

  /** Whether all tokens of the text have been read. */
  get done(): boolean {
    return this.position >= this.text.length
  }

  /** Drops the first `used` tokens and reads the next chunk. */
  advance(used: number): void {
    this.starts.copyWithin(0, used, this.count)
    this.hashes.copyWithin(0, used, this.count)
    this.count -= used
    const until = Math.min(this.position + CHUNK_UNITS, this.text.length)
    const mayBeWide = this.isWide
    this.isWide = false
    do this.readTo(until, mayBeWide)
    while ((mayBeWide || this.isWide) && (this.position < until || this.isJoined()))
  }

  /** Reads on, up to an offset or not quite. */
  private readTo(until: number, mayBeWide: boolean): void {
    const { position } = this
    if (position < until && this.classAt(position) === IDEOGRAPH) this.hashWide(until)
    else if (mayBeWide || this.isWide) this.readPlain(this.nextIdeograph(Math.max(until, position + 1)))
    else this.readPlain(until)
  }

  private readPlain(to: number): void {
    const { text, position: from } = this
    const isBetween = to === text.length || this.classAt(to) === IDEOGRAPH
    this.position = this.bounds.find(text, from, to, isBetween)
    this.hashChunk(from)
  }

  private classAt(position: number): number {
    return classOf(ENTRIES[this.text.charCodeAt(position)] as number)
  }

  private nextIdeograph(until: number): number {
    let at = this.position
    while (at < until && this.classAt(at) !== IDEOGRAPH) at++
    return at
  }

  /** Whether what comes next may change the ideograph read last. */
  private isJoined(): boolean {
    if (this.position >= this.text.length || this.lastEnd !== this.position) return false
    const next = this.classAt(this.position)
    return next === MARK || next === IGNORED
  }

  private hashChunk(from: number): void {
    const tokens = this.bounds.count
    for (let token = this.hashPlain(0, from); token < tokens; token = this.hashPlain(token, from))
      token = this.special(token, from) + 1
  }

  /**
   * The hot loop of text without spaces: ideographs, kana and marks of punctuation one by one, up to anything else.
   * It reads the text itself: what tells where words begin and end is of no use here.
   */
  private hashWide(until: number): void {
    const { starts, hashes, text, singles } = this
    const { first, final } = this.by
    let { count, position: at } = this
    for (; at < until; at++) {
      let fold = text.charCodeAt(at)
      if (fold < FIRST_UNIFIED || fold > LAST_UNIFIED) {
        const entry = ENTRIES[fold] as number
        const characterClass = classOf(entry)
        if (characterClass === SEPARATOR) continue
        if (characterClass !== IDEOGRAPH && characterClass !== OTHER) break
        fold = foldOf(entry)
      }
      const hash = Math.imul(fold, first)
      starts[count] = at
      hashes[count++] =
        fold < 0x80 ? (singles[fold] as number) : Math.imul(hash ^ (hash >>> 15), final) | LOWER_BIT
    }
    this.isWide = true
    this.lastEnd = (starts[count - 1] as number) + 1
    this.count = count
    this.position = at
  }

  /**
   * The hot loop: one turn per token, no branch but the way out, no call. Words of up to twelve units and
   * marks of punctuation are hashed alike; stops at any other token and gives its number.
   */
  private hashPlain(from: number, offset: number): number {
    const { starts, hashes, bounds, by } = this
    const { bytes, starts: begins, ends: stops, count: tokens } = bounds
    const { first: one, second: two, third: three, final } = by
    const [firstMasks, secondMasks, thirdMasks] = GROUP_MASKS
    let count = this.count
    let token = from
    for (; token < tokens; token++) {
      const start = begins[token] as number
      const length = (stops[token] as number) - start
      const group = bytes.getInt32(start, true)
      const own = FIRST_BYTE_FLAGS[group & 0xff] as number
      const following = SECOND_BYTE_FLAGS[(group >>> 8) & 0xff] as number
      if (length > GROUPED_UNITS || (own & following) !== 0) break
      let hash = Math.imul((group | LOWER_CASE) & (firstMasks[length] as number), one)
      hash ^=
        (hash >>> 15) ^ ((bytes.getInt32(start + 4, true) | LOWER_CASE) & (secondMasks[length] as number))
      hash = Math.imul(hash, two)
      hash ^=
        (hash >>> 15) ^ ((bytes.getInt32(start + 8, true) | LOWER_CASE) & (thirdMasks[length] as number))
      hash = Math.imul(hash, three)
      starts[count] = offset + start
      hashes[count++] = (Math.imul(hash ^ (hash >>> 15), final) & ~LOWER_BIT) | ((group >>> 5) & LOWER_BIT)
    }
    if (token > from) this.lastEnd = offset + (stops[token - 1] as number)
    this.count = count
    return token
  }

  /** The hash of a word that is longer than the hot loop takes. */
  private hashLong(start: number, length: number): number {
    const { by } = this
    const { bytes } = this.bounds
    const groupAt = (at: number) =>
      (bytes.getInt32(start + at, true) | LOWER_CASE) & (GROUP_MASKS[0][Math.min(4, length - at)] as number)
    let hash = withGroup(Math.imul(groupAt(0), by.first), groupAt(4), by.second)
    hash = withGroup(hash, groupAt(8), by.third)
    for (let at = GROUPED_UNITS; at < length; at += 4) hash = withGroup(hash, groupAt(at), by.rest)
    return finished(by, hash, (bytes.getUint8(start) & 0x20) === 0)
  }

  /** Deals with a token that is not plain; gives the last token of the chunk that is thereby dealt with. */
  private special(token: number, from: number): number {
    const begin = this.bounds.starts[token] as number
    const length = (this.bounds.ends[token] as number) - begin
    const start = from + begin
    const entry = ENTRIES[this.text.charCodeAt(start)] as number
    const byte = this.bounds.bytes.getUint8(begin)
    if (length > GROUPED_UNITS) this.push(start, start + length, this.hashLong(begin, length))
    else if (isBreak(entry)) this.noteBreak(entry, start)
    else if (byte === JOINING_BYTE || classOf(entry) === WORD) return this.readOn(token, from, start)
    else {
      this.isWide ||= classOf(entry) === IDEOGRAPH
      this.push(start, start + 1, hashOfSingle(this.by, foldOf(entry)))
    }
    return token
  }

  private push(start: number, end: number, hash: number): void {
    this.starts[this.count] = start
    this.lastEnd = end
    this.hashes[this.count++] = hash
  }

  /** Two line breaks with no token between them end a block, as does one paragraph break. */
  private noteBreak(entry: number, start: number): void {
    if (classOf(entry) === LINE_BREAK && isSecondHalf(this.text, start)) return
    const before = this.breaksSoFar()
    this.breaks = classOf(entry) === PARAGRAPH_BREAK ? 2 : before + 1
    this.breaksAfter = this.lastEnd
    if (this.breaks > 1) this.push(start, start, BREAK_HASH)
  }

  /** Line breaks since the last token. */
  private breaksSoFar(): number {
    return this.breaksAfter === this.lastEnd ? this.breaks : 0
  }

  /** Has the `TokenReader` read over a place, from the token on that touches it. */
  private readOn(token: number, from: number, place: number): number {
    const { reader } = this
    const touches = this.count > 0 && this.lastEnd === place
    if (touches) this.count--
    reader.reset(this.text, touches ? (this.starts[this.count] as number) : place)
    while (reader.position <= place && reader.next()) {
      if (this.breaksSoFar() + reader.breaks > 1) this.push(reader.start, reader.start, BREAK_HASH)
      this.push(reader.start, reader.end, hashOfToken(this.by, reader))
    }
    this.position = Math.max(this.position, reader.position)
    let next = token + 1
    while (next < this.bounds.count && from + (this.bounds.starts[next] as number) < reader.position) next++
    return next - 1
  }
}

const isBreak = (entry: number): boolean =>
  classOf(entry) === LINE_BREAK || classOf(entry) === PARAGRAPH_BREAK
