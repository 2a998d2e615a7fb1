import type { CollectedSearch } from './collected-search.ts'
import { countedLeads } from './count-leads.ts'
import { free } from './growing.ts'
import { packedPieces, putPacked } from './packed-numbers.ts'
import { encodedPieces, MOST_NAME_WORDS, type Section, type SectionSize } from './search-format.ts'
import { bundleBytes, sizesOf } from './section-sizes.ts'
import { sortedWords } from './sort-words.ts'
import { isWide, type WordCoding, wordCoding } from './word-coding.ts'
import type { WordTable } from './word-table.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Things that are gone through in one step. */
const AT_ONCE = 1 << 16

/** An empty piece: others may run. */
const STEP = new Uint8Array(0)

/** The encoded index of what was gathered, as `SearchIndexBuilder.finish` gives it. */
export function* writeSearchIndex(collected: CollectedSearch): Generator<Bytes> {
  const { words } = collected
  words.close()
  const coding = yield* stepping(wordCoding(words))
  const sorted = yield* stepping(sortedWords(words))
  const leads = yield* stepping(countedLeads(collected, sorted))
  const writer = new SearchIndexWriter(collected, coding, sorted, leads)
  yield* encodedPieces(writer.sizes, (section) => writer.piecesOf(section))
}

/** The result of work in steps, with an empty piece for each of them. */
function* stepping<T>(work: Generator<undefined, T>): Generator<Bytes, T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield STEP
  }
}

/** Writes the sections, each asked for once and in their order: what one needs no more is given back for the next. */
class SearchIndexWriter {
  readonly sizes: Readonly<Record<Section, SectionSize>>
  readonly #from: CollectedSearch
  readonly #coding: WordCoding
  /** The numbers of the words in their order. */
  readonly #sorted: Uint32Array<ArrayBuffer>
  /** Where the names of each word begin, in the order of the words. */
  readonly #leads: Uint32Array<ArrayBuffer>
  /** Of the words in their order where each begins, and which are wide: known once they are written. */
  readonly #offsets: Uint32Array<ArrayBuffer>
  readonly #wide: Bytes
  /** By the number of a word: where its next name goes, and its place once all have gone there. */
  readonly #next: Uint32Array<ArrayBuffer>

  constructor(
    from: CollectedSearch,
    coding: WordCoding,
    sorted: Uint32Array<ArrayBuffer>,
    leads: Uint32Array<ArrayBuffer>,
  ) {
    this.#from = from
    this.#coding = coding
    this.#sorted = sorted
    this.#leads = leads
    this.#offsets = new Uint32Array(sorted.length + 1)
    this.#wide = new Uint8Array((sorted.length + 7) >>> 3)
    this.#next = new Uint32Array(sorted.length)
    this.sizes = sizesOf(from, coding, leads)
  }

  piecesOf(section: Section): Iterable<Bytes> {
    const { bundles, keys, prominence, nameShapes, blockEntities, blockWords } = this.#from
    switch (section) {
      case 'bundles':
        return [bundleBytes(bundles)]
      case 'keyBlocks':
        return this.#packed(section, (index) => keys.blocks.at(index))
      case 'keys':
        return keys.bytes.taken()
      case 'prominence':
        return prominence.taken()
      case 'letters':
        return [new Uint8Array(this.#coding.letters.buffer)]
      case 'words':
        return this.#words()
      case 'wideWords':
        return [this.#wide]
      case 'wordOffsets':
        return this.#packed(section, (index) => this.#offsets[index] as number, this.#offsets)
      case 'wordNameOffsets':
        return this.#packed(section, (index) => this.#leads[index] as number)
      case 'wordNames':
        return this.#wordNames()
      case 'nameShapes':
        return nameShapes.taken()
      case 'blockEntities':
        return this.#packed(section, (index) => blockEntities.at(index))
      case 'blockWords':
        return this.#packed(section, (index) => blockWords.at(index))
      case 'nameWords':
        return this.#nameWords()
    }
  }

  /** The numbers of a section; `done` is given back behind them. */
  *#packed(
    section: Section,
    numberAt: (index: number) => number,
    done?: Uint32Array<ArrayBuffer>,
  ): Generator<Bytes> {
    const { bytes, width } = this.sizes[section]
    yield* packedPieces(bytes / width, width, numberAt)
    if (done) free(done)
  }

  *#words(): Generator<Bytes> {
    const { words } = this.#from
    const room = new Uint8Array(ROOM)
    let [at, written] = [0, 0]
    for (let place = 0; place < this.#sorted.length; place++) {
      const word = this.#sorted[place] as number
      const length = words.lengthOf(word)
      if (at + 2 * length > ROOM) {
        yield room.subarray(0, at)
        yield STEP
        at = 0
      }
      const from = at
      if (isWide(this.#coding, word)) {
        this.#wide[place >>> 3] = (this.#wide[place >>> 3] as number) | (1 << (place & 7))
        at = putWide(room, at, words, word, length)
      } else at = this.#putLetters(room, at, word, length)
      written += at - from
      this.#offsets[place + 1] = written
    }
    yield room.subarray(0, at)
    words.free()
  }

  #putLetters(room: Uint8Array, from: number, word: number, length: number): number {
    const { words } = this.#from
    const { codes } = this.#coding
    for (let at = 0; at < length; at++) room[from + at] = codes[words.unitAt(word, at)] as number
    return from + length
  }

  /** The names of each word, ascending (a counting sort, which is stable), behind empty pieces. */
  *#wordNames(): Generator<Bytes> {
    const { nameShapes, nameWords, innerWords, innerNames } = this.#from
    const { bytes, width } = this.sizes.wordNames
    const packed = new Uint8Array(bytes)
    yield* this.#byNumber((place) => this.#leads[place] as number)
    free(this.#leads)
    const lead = (word: number, name: number) => {
      const place = this.#next[word] as number
      this.#next[word] = place + 1
      putPacked(packed, place, width, name)
    }
    let [at, inner] = [0, 0]
    for (let name = 0; name < nameShapes.length; name++) {
      const end = at + (nameShapes.at(name) & MOST_NAME_WORDS)
      for (; at < end; at++) lead(nameWords.at(at), name)
      for (; inner < innerNames.length && innerNames.at(inner) === name; inner++)
        lead(innerWords.at(inner), name)
      if (name % AT_ONCE === 0) yield STEP
    }
    for (const list of [innerWords, innerNames]) list.free()
    yield packed
    free(packed)
  }

  *#nameWords(): Generator<Bytes> {
    const { nameWords } = this.#from
    yield* this.#byNumber((place) => place)
    free(this.#sorted)
    yield* this.#packed('nameWords', (index) => this.#next[nameWords.at(index)] as number, this.#next)
    nameWords.free()
  }

  /** Puts down for each word what it has by its place in the order. */
  *#byNumber(ofPlace: (place: number) => number): Generator<Bytes> {
    for (let place = 0; place < this.#sorted.length; place++) {
      this.#next[this.#sorted[place] as number] = ofPlace(place)
      if (place % AT_ONCE === 0) yield STEP
    }
  }
}

/** Bytes of words that are written in one step: more than the longest of them. */
const ROOM = 1 << 17

function putWide(room: Uint8Array, from: number, words: WordTable, word: number, length: number): number {
  for (let at = 0; at < length; at++) putPacked(room.subarray(from), at, 2, words.unitAt(word, at))
  return from + 2 * length
}
