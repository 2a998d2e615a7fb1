import { shiftFor } from './bloom-filter.ts'
import { LOWER_BIT } from './hashing.ts'
import { NODE_MORE, type NodeShape, nodeShapeFor } from './index-format.ts'
import type { IndexView } from './index-view.ts'
import { NameMatcher } from './name-matcher.ts'
import { extended } from './prefix-table.ts'
import { TokenStream } from './token-stream.ts'
import type { Candidate } from './types.ts'

/** The tokens at hand do not suffice to decide. */
const NEEDS_MORE = -1

/**
 * One scan of one text. Most tokens are done with after two reads, one of each filter; the rest are looked
 * up, and what the table finds is compared with the text.
 */
export class Scanner {
  /** What has been found since it was last taken. */
  found: Candidate[] = []
  private text = ''
  /** No candidate begins before this place. */
  private resumeAt = 0
  private nested = false
  /** How many of the tokens at hand are decided. */
  private used = 0
  /** The ends of the names that fit at the place looked at, and the numbers of those names. */
  private ends: number[] = []
  private names: number[][] = []
  private readonly view: IndexView
  private readonly stream: TokenStream
  private readonly matcher: NameMatcher
  private readonly shape: NodeShape
  private readonly scale: number

  constructor(view: IndexView) {
    this.view = view
    this.stream = new TokenStream(view.by, view.depth)
    this.matcher = new NameMatcher(view)
    this.shape = nodeShapeFor(view.names)
    this.scale = view.nodes.length / 2 ** 32
  }

  /** Begins a text; `nested` asks for all candidates instead of the leftmost-longest. */
  reset(text: string, nested: boolean): void {
    this.text = text
    this.nested = nested
    this.found = []
    this.resumeAt = 0
    this.used = 0
    this.stream.reset(text)
    this.matcher.reset(text)
  }

  /** How far the text has been read. */
  get position(): number {
    return this.stream.position
  }

  /** Reads the next chunk; false when the text is done. */
  step(): boolean {
    const { stream } = this
    if (stream.done) return false
    stream.advance(this.used)
    this.used = this.scanTokens()
    return true
  }

  /** The hot loop: one turn per token. Gives how many tokens are decided. */
  private scanTokens(): number {
    const { stream, view } = this
    const { hashes, count } = stream
    const { pairFilter, singleFilter } = view
    const { path, single } = view.by
    const pairShift = shiftFor(pairFilter.length)
    const singleShift = shiftFor(singleFilter.length)
    // The last token of all has none after it: a hash that belongs to none stands in.
    hashes[count] = LOWER_BIT
    const last = stream.done ? count : count - 1
    let token = this.firstFrom(0)
    for (; token < last; token++) {
      const hash = hashes[token] as number
      const pair = (Math.imul(hash | LOWER_BIT, path) + ((hashes[token + 1] as number) | LOWER_BIT)) | 0
      const alone = Math.imul(hash, single)
      const pairWord = pairFilter[pair >>> pairShift] as number
      const aloneWord = singleFilter[alone >>> singleShift] as number
      const pairPasses = (pairWord >>> (pair & 31)) & (pairWord >>> ((pair >>> 5) & 31))
      const alonePasses = (aloneWord >>> (alone & 31)) & (aloneWord >>> ((alone >>> 5) & 31))
      if (((pairPasses | alonePasses) & 1) === 0) continue
      const next = this.lookUp(token, pair, (pairPasses & 1) !== 0, (alonePasses & 1) !== 0)
      if (next === NEEDS_MORE) return token
      token = next - 1
    }
    return Math.max(0, Math.min(token, count))
  }

  /** The first token from a number on that begins where a candidate may. */
  private firstFrom(token: number): number {
    const { starts, count } = this.stream
    let first = token
    while (first < count && (starts[first] as number) < this.resumeAt) first++
    return first
  }

  /** Looks up what begins with a token; gives the token at which to go on. */
  private lookUp(token: number, pair: number, pairPasses: boolean, alonePasses: boolean): number {
    const { stream } = this
    const start = stream.starts[token] as number
    this.ends.length = 0
    if (alonePasses) this.look((stream.hashes[token] as number) | LOWER_BIT, start)
    let key = pair
    for (let next = token + 1; pairPasses; next++) {
      // A prefix ends at the end of the text, where the stand-in hash was used.
      if (next >= stream.count) {
        if (!stream.done) return NEEDS_MORE
        break
      }
      if (next > token + 1)
        key = extended(key, (stream.hashes[next] as number) | LOWER_BIT, this.view.by.path)
      if (!this.look(key, start)) break
    }
    if (this.ends.length === 0) return token + 1
    return this.nested ? this.takeAll(token, start) : this.takeLongest(token, start)
  }

  /** Compares the text with all names of a prefix; tells whether longer names may follow. */
  private look(key: number, start: number): boolean {
    const { nodes } = this.view
    const { nameBits, nameMask, hashMask } = this.shape
    const wanted = (key << nameBits) & hashMask
    let more = false
    let slot = Math.floor((key >>> 0) * this.scale)
    // A whole table without a gap is damage: the count ends the search then.
    for (let left = nodes.length; left > 0; left--) {
      const node = nodes[slot] as number
      if (node === 0) break
      if ((node & hashMask) === wanted) {
        if (node & NODE_MORE) more = true
        if (node & nameMask) this.compare((node & nameMask) - 1, start)
      }
      slot = slot + 1 === nodes.length ? 0 : slot + 1
    }
    return more
  }

  /** Compares a name, and all that are the same word for word, with the text. */
  private compare(first: number, start: number): void {
    const { matcher } = this
    for (let name = first; ; name = matcher.next) {
      const end = matcher.fit(name, start)
      if (end > start && !isContractedNot(this.text, end)) this.note(name, end)
      if (matcher.next <= name) return
    }
  }

  private note(name: number, end: number): void {
    const index = this.ends.indexOf(end)
    if (index >= 0) (this.names[index] as number[]).push(name)
    else this.names[this.ends.push(end) - 1] = [name]
  }

  private takeLongest(token: number, start: number): number {
    let longest = 0
    for (let index = 1; index < this.ends.length; index++)
      if ((this.ends[index] as number) > (this.ends[longest] as number)) longest = index
    const end = this.ends[longest] as number
    this.found.push({ start, end, names: this.names[longest] as number[] })
    this.resumeAt = end
    return this.firstFrom(token + 1)
  }

  private takeAll(token: number, start: number): number {
    const all = this.ends.map((end, index) => ({ start, end, names: this.names[index] as number[] }))
    this.found.push(...all.sort((one, other) => other.end - one.end))
    return token + 1
  }
}

const LETTER_N = 0x6e
const LETTER_T = 0x74

/** "Don't" is "do not", not "Don": an n before an apostrophe and a lone t ends no name. */
function isContractedNot(text: string, end: number): boolean {
  if ((text.charCodeAt(end - 1) | 0x20) !== LETTER_N || (text.charCodeAt(end + 1) | 0x20) !== LETTER_T)
    return false
  return /^['’]t(?![\p{L}\p{N}])/iu.test(text.slice(end, end + 4))
}
