import { ENTRIES } from '../text/character-table.ts'
import { classOf, DIGIT_BIT, foldOf, LINE_BREAK, PARAGRAPH_BREAK, WORD } from '../text/characters.ts'
import { isSecondHalf, TokenReader } from '../text/token-reader.ts'
import { hashOfSingle, hashOfToken, LOWER_BIT, type Multipliers } from './hashing.ts'
import { CHUNK_UNITS, TokenBounds } from './token-bounds.ts'
import { BREAK, BYTE_KINDS, JOINING, PLAIN, STOP } from './unit-bytes.ts'

/** The hash of the token that stands for the end of a block; it is compared with the text like any other. */
const BREAK_HASH = LOWER_BIT

/**
 * The tokens of a text with their hashes, a chunk at a time: the same tokens as `TokenReader` reads, but
 * fast where the text is plain; what is not plain is left to the `TokenReader` itself.
 */
export class TokenStream {
  /** Offsets and hashes of the tokens at hand; those from `count` on are stale. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly hashes: Int32Array
  /** How many tokens are at hand. */
  count = 0
  /** Where the next chunk begins, in UTF-16 units. */
  position = 0
  private text = ''
  /** Line breaks since the token that ends at `breaksAfter`. */
  private breaks = 0
  private breaksAfter = -1
  private readonly by: Multipliers
  private readonly bounds = new TokenBounds()
  private readonly reader = new TokenReader()

  /** `most` is how many tokens may be kept from one chunk to the next. */
  constructor(by: Multipliers, most: number) {
    const capacity = CHUNK_UNITS + most + 8
    this.by = by
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
    this.hashes = new Int32Array(capacity)
  }

  /** Begins a text. */
  reset(text: string): void {
    this.text = text
    this.position = 0
    this.count = 0
    this.breaks = 0
    this.breaksAfter = -1
  }

  /** Whether all tokens of the text have been read. */
  get done(): boolean {
    return this.position >= this.text.length
  }

  /** Drops the first `used` tokens and reads the next chunk. */
  advance(used: number): void {
    this.starts.copyWithin(0, used, this.count)
    this.ends.copyWithin(0, used, this.count)
    this.hashes.copyWithin(0, used, this.count)
    this.count -= used
    const from = this.position
    this.position = this.bounds.find(this.text, from)
    this.hashChunk(from)
  }

  /**
   * The hot loop: one turn per token, with as few branches as a turn can do with. A word of up to eight
   * units takes none; marks of punctuation are hashed like words of one.
   */
  private hashChunk(from: number): void {
    const { starts, ends, hashes, bounds, by } = this
    const { bytes, low, high } = bounds
    const first = by.first
    const second = by.second
    const final = by.final
    const tokens = bounds.count
    let count = this.count
    for (let token = 0; token < tokens; token++) {
      const start = bounds.starts[token] as number
      const length = (bounds.ends[token] as number) - start
      const group = bytes.getInt32(start, true)
      if ((BYTE_KINDS[group & 0xff] as number) > PLAIN) {
        this.count = count
        token = this.special(token, from)
        count = this.count
        continue
      }
      let hash =
        (Math.imul((group | 0x20202020) & (low[length] as number), first) +
          Math.imul((bytes.getInt32(start + 4, true) | 0x20202020) & (high[length] as number), second)) |
        0
      if (length > 8) hash = this.hashRest(hash, start, length)
      hash = Math.imul(hash ^ (hash >>> 15), final)
      starts[count] = from + start
      ends[count] = from + start + length
      hashes[count++] = (hash & ~LOWER_BIT) | ((group >>> 5) & LOWER_BIT)
    }
    this.count = count
  }

  /** Takes in what a word has beyond eight units. */
  private hashRest(begun: number, start: number, length: number): number {
    const { bytes, low } = this.bounds
    const rest = this.by.rest
    let hash = begun
    let at = start + 8
    let left = length - 8
    for (; left >= 4; left -= 4, at += 4)
      hash = Math.imul(hash ^ (hash >>> 15) ^ (bytes.getInt32(at, true) | 0x20202020), rest)
    return Math.imul(
      hash ^ (hash >>> 15) ^ ((bytes.getInt32(at, true) | 0x20202020) & (low[left] as number)),
      rest,
    )
  }

  /** Deals with a token that is not plain; gives the last token of the chunk that is thereby dealt with. */
  private special(token: number, from: number): number {
    const start = from + (this.bounds.starts[token] as number)
    const kind = BYTE_KINDS[this.bounds.bytes.getUint8(start - from)] as number
    const entry = ENTRIES[this.text.charCodeAt(start)] as number
    if (kind === BREAK && isBreak(entry)) this.noteBreak(entry, start)
    else if (kind === JOINING || (kind === STOP && this.followsInitial(start)))
      return this.readOn(token, from, start)
    else this.push(start, start + 1, hashOfSingle(this.by, foldOf(entry)))
    return token
  }

  private push(start: number, end: number, hash: number): void {
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.hashes[this.count++] = hash
  }

  /** Two line breaks with no token between them end a block, as does one paragraph break. */
  private noteBreak(entry: number, start: number): void {
    if (classOf(entry) === LINE_BREAK && isSecondHalf(this.text, start)) return
    const before = this.breaksSoFar()
    this.breaks = classOf(entry) === PARAGRAPH_BREAK ? 2 : before + 1
    this.breaksAfter = this.lastEnd()
    if (this.breaks > 1) this.push(start, start, BREAK_HASH)
  }

  /** Line breaks since the last token. */
  private breaksSoFar(): number {
    return this.breaksAfter === this.lastEnd() ? this.breaks : 0
  }

  private lastEnd(): number {
    return this.count > 0 ? (this.ends[this.count - 1] as number) : -1
  }

  private followsInitial(stop: number): boolean {
    if (this.lastEnd() !== stop || this.starts[this.count - 1] !== stop - 1) return false
    const entry = ENTRIES[this.text.charCodeAt(stop - 1)] as number
    return classOf(entry) === WORD && (entry & DIGIT_BIT) === 0
  }

  /** Has the `TokenReader` read over a place, from the token on that touches it. */
  private readOn(token: number, from: number, place: number): number {
    const { reader } = this
    const touches = this.lastEnd() === place
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
