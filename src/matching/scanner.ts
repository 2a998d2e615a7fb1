import { passes, shiftFor } from './bloom-filter.ts'
import { singleKey } from './filter-keys.ts'
import { extended, LOWER_BIT } from './hashing.ts'
import { BLOCK_SHIFT, NODE_LOOK_ON, NODE_MORE, nodeShapeFor, slotOf } from './index-format.ts'
import type { IndexView } from './index-view.ts'
import { NameMatcher } from './name-matcher.ts'
import { CHUNK_UNITS } from './token-bounds.ts'
import { TokenStream } from './token-stream.ts'
import type { Candidate, TokenSink } from './types.ts'

/** The tokens at hand do not suffice to decide. */
const NEEDS_MORE = -1

/** Nodes of an index too large for the caches next to the processor; below, fetching ahead costs what it saves. */
const LARGE = 1 << 16

interface GrowingCandidate extends Candidate {
  readonly names: number[]
}

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
  private sink: TokenSink | undefined
  /** How many of the tokens at hand are decided. */
  private used = 0
  /** The tokens at hand that pass a filter. */
  private readonly passing: Uint16Array
  /** The longest candidate at the place looked at; of nested ones all that were found there. */
  private longest: GrowingCandidate | undefined
  private here: GrowingCandidate[] = []
  private readonly view: IndexView
  private readonly stream: TokenStream
  private readonly matcher: NameMatcher
  private readonly places: Uint32Array
  /** Keeps the reads of `fetch` from being optimised away. */
  fetched = 0
  private readonly nameBits: number
  private readonly nameMask: number
  private readonly hashMask: number
  private readonly pairShift: number
  private readonly singleShift: number
  private readonly entryShift: number

  constructor(view: IndexView) {
    this.view = view
    this.stream = new TokenStream(view.by, view.unitBytes, view.depth)
    this.passing = new Uint16Array(CHUNK_UNITS + view.depth + 8)
    this.places = new Uint32Array(this.passing.length)
    this.matcher = new NameMatcher(view)
    const shape = nodeShapeFor(view.names)
    this.nameBits = shape.nameBits
    this.nameMask = shape.nameMask
    this.hashMask = shape.hashMask
    this.pairShift = shiftFor(view.pairFilter.length)
    this.singleShift = shiftFor(view.singleFilter.length)
    this.entryShift = shiftFor(view.entryFilter.length)
  }

  /** Begins a text; `nested` asks for all candidates instead of the leftmost-longest; `sink` is given the tokens. */
  reset(text: string, nested: boolean, sink?: TokenSink): void {
    this.text = text
    this.nested = nested
    this.sink = sink
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
    const passing = this.filterEntries(this.filter())
    if (this.view.nodes.length > LARGE) this.fetch(passing)
    this.used = this.lookUpPassing(passing)
    this.sink?.take(stream.starts, stream.hashes, this.used)
    return true
  }

  /**
   * The hot loop: one turn per token, no branch, no call. Notes the tokens that pass a filter, as the first
   * of a pair or alone, and tells how many.
   */
  private filter(): number {
    const { stream, view, passing, pairShift, singleShift } = this
    const { hashes } = stream
    const { pairFilter, singleFilter, by } = view
    const { path, single } = by
    const last = stream.done ? stream.count : stream.count - 1
    // The last token of all has none after it: hashes that belong to no name stand in, as in `keyAfter`.
    hashes[stream.count] = 0
    hashes[stream.count + 1] = 0
    let count = 0
    let next = hashes[0] as number
    for (let token = 0; token < last; token++) {
      const hash = next
      next = hashes[token + 1] as number
      const pair = (Math.imul(hash | LOWER_BIT, path) + (next | LOWER_BIT)) | 0
      const alone = Math.imul(hash, single)
      const pairWord = pairFilter[pair >>> pairShift] as number
      const aloneWord = singleFilter[alone >>> singleShift] as number
      passing[count] = token
      count += (passes(pairWord, pair) | passes(aloneWord, alone)) & 1
    }
    return count
  }

  /**
   * The same for those that passed, by what enters names: two tokens of short ones, three of longer ones.
   * Where words share few beginnings it drops little, but of Chinese text a third passes the first filters.
   */
  private filterEntries(first: number): number {
    const { stream, view, passing, singleShift, entryShift } = this
    const { hashes } = stream
    const { entryFilter, singleFilter, by } = view
    const { path, single } = by
    // A token whose second next one is not at hand yet stays: the look-up asks for more.
    const undecided = stream.done ? stream.count : stream.count - 2
    let count = 0
    for (let index = 0; index < first; index++) {
      const token = passing[index] as number
      const hash = hashes[token] as number
      const pair = (Math.imul(hash | LOWER_BIT, path) + ((hashes[token + 1] as number) | LOWER_BIT)) | 0
      const triple = (Math.imul(pair, path) + ((hashes[token + 2] as number) | LOWER_BIT)) | 0
      const alone = singleKey(hash, single)
      const pairWord = entryFilter[pair >>> entryShift] as number
      const tripleWord = entryFilter[triple >>> entryShift] as number
      const aloneWord = singleFilter[alone >>> singleShift] as number
      passing[count] = token
      count +=
        ((passes(pairWord, pair) | passes(tripleWord, triple) | passes(aloneWord, alone)) & 1) |
        (token >= undecided ? 1 : 0)
    }
    return count
  }

  /**
   * Reads what the look-ups of a chunk will read, one kind after the other. In a large index each read waits
   * for the main memory; here those of many look-ups wait side by side, not one after the other.
   */
  private fetch(count: number): void {
    const { stream, view, passing, nameMask, places } = this
    const { hashes } = stream
    const { nodes, nameBlocks, nameRecords, by, table } = view
    for (let index = 0; index < count; index++) {
      const token = passing[index] as number
      const pair =
        (Math.imul((hashes[token] as number) | LOWER_BIT, by.path) +
          ((hashes[token + 1] as number) | LOWER_BIT)) |
        0
      const triple = (Math.imul(pair, by.path) + ((hashes[token + 2] as number) | LOWER_BIT)) | 0
      const two = (nodes[slotOf(pair, table)] as number) & nameMask
      const three = (nodes[slotOf(triple, table)] as number) & nameMask
      places[index] = three === 0 ? two : three
    }
    for (let index = 0; index < count; index++)
      places[index] = nameBlocks[((places[index] as number) >>> BLOCK_SHIFT) * 2] as number
    let sum = 0
    for (let index = 0; index < count; index++) sum += nameRecords[places[index] as number] as number
    this.fetched = sum
  }

  /** Looks up the tokens that pass a filter; gives how many tokens at hand are thereby decided. */
  private lookUpPassing(count: number): number {
    const { stream, passing } = this
    for (let index = 0; index < count; index++) {
      const token = passing[index] as number
      if ((stream.starts[token] as number) < this.resumeAt) continue
      if (this.lookUp(token) === NEEDS_MORE) return token
    }
    return stream.done ? stream.count : Math.max(0, stream.count - 1)
  }

  /** Looks up what begins with a token. */
  private lookUp(token: number): number {
    const { stream, view } = this
    const { hashes } = stream
    const hash = hashes[token] as number
    const start = stream.starts[token] as number
    this.longest = undefined
    if (this.nested) this.here = []
    const alone = singleKey(hash, view.by.single)
    if (passes(view.singleFilter[alone >>> this.singleShift] as number, alone) & 1)
      this.look(hash | LOWER_BIT, start)
    let key = hash | LOWER_BIT
    for (let next = token + 1; next < stream.count; next++) {
      key = extended(key, (hashes[next] as number) | LOWER_BIT, view.by.path)
      if (!this.look(key, start)) return this.decide(token)
    }
    return stream.done ? this.decide(token) : NEEDS_MORE
  }

  private decide(token: number): number {
    if (this.longest !== undefined) this.take(this.longest)
    return token
  }

  /** Compares the text with all names of a prefix; tells whether longer names may follow. */
  private look(key: number, start: number): boolean {
    const { nodes } = this.view
    const { hashMask, nameMask } = this
    const wanted = (key << this.nameBits) & hashMask
    let more = 0
    let slot = slotOf(key, this.view.table)
    // A whole table without a gap is damage: the count ends the search then.
    for (let left = nodes.length; left > 0; left--) {
      const node = nodes[slot] as number
      if (node === 0) break
      if ((node & hashMask) === wanted) {
        more |= node & NODE_MORE
        if (node & nameMask) this.compare((node & nameMask) - 1, start)
        if ((node & NODE_LOOK_ON) === 0) break
      }
      slot = slot + 1 === nodes.length ? 0 : slot + 1
    }
    return more !== 0
  }

  /** Compares a name, and all that are the same word for word, with the text. */
  private compare(first: number, start: number): void {
    const { matcher } = this
    for (let name = first; ; name = matcher.next) {
      const end = matcher.fit(name, start)
      if (end > start && !isContractedNot(this.text, end)) this.note(name, start, end)
      if (matcher.next <= name) return
    }
  }

  private note(name: number, start: number, end: number): void {
    const { longest } = this
    if (longest !== undefined && longest.end === end) longest.names.push(name)
    else if (this.nested) this.noteNested(name, start, end)
    else if (longest === undefined || longest.end < end) this.longest = { start, end, names: [name] }
  }

  private noteNested(name: number, start: number, end: number): void {
    const known = this.here.find((each) => each.end === end)
    if (known) known.names.push(name)
    else {
      this.longest = { start, end, names: [name] }
      this.here.push(this.longest)
    }
  }

  private take(longest: Candidate): void {
    if (!this.nested) {
      this.found.push(longest)
      this.resumeAt = longest.end
      return
    }
    this.found.push(...this.here.sort((one, other) => other.end - one.end))
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
