import type { EntityRecord } from '../model/entity.ts'
import type { BundleId, EntityRef } from '../model/ids.ts'
import { distinctNames } from './distinct-names.ts'
import { ByteList, free, NumberList, TextList } from './growing.ts'
import { encodedPieces, joinedPieces, type Section } from './search-format.ts'
import { sortedWords } from './sort-words.ts'
import { WordTable } from './word-table.ts'
import { innerBeginnings } from './words.ts'

/** What the index is made of: `known` counts the facts, events and ties of the entity. */
export interface SearchedEntity {
  readonly ref: EntityRef
  readonly record: Pick<EntityRecord, 'names' | 'aliases'>
  readonly known: number
}

/** The search index of some entities, encoded (search-format.ts). */
export function buildSearchIndex(entities: Iterable<SearchedEntity>): ArrayBuffer {
  const index = new SearchIndexBuilder()
  for (const entity of entities) index.add(entity)
  return joinedPieces(index.finish())
}

/** How much is known of an entity, as the index counts it. */
export const knownOf = ({
  statements,
  relations,
  events,
}: Pick<EntityRecord, 'statements' | 'relations' | 'events'>): number =>
  statements.length + relations.length + events.length

/**
 * An index that grows entity by entity, so that nothing need be held. Words are numbered as they come, and put in order
 * at the end. A million entities with two names each take some 130 MB on the way.
 */
export class SearchIndexBuilder {
  readonly #bundles: BundleId[] = []
  readonly #keys = new TextList()
  readonly #prominence = new ByteList()
  readonly #nameEntities = new NumberList()
  readonly #nameWordOffsets = new NumberList()
  readonly #nameWords = new NumberList()
  readonly #words = new WordTable()
  /** That a later beginning of a word leads to a name, in pairs; names ascend. */
  readonly #innerWords = new NumberList()
  readonly #innerNames = new NumberList()

  constructor() {
    this.#nameWordOffsets.push(0)
  }

  add({ ref, record, known }: SearchedEntity): void {
    const entity = this.#prominence.length
    this.#keys.push(`${this.#bundleNumber(ref.bundle)}/${ref.entity}`)
    this.#prominence.push(prominenceOf(known))
    for (const words of distinctNames(record).values()) this.#addName(entity, words)
  }

  #bundleNumber(bundle: BundleId): number {
    const known = this.#bundles.lastIndexOf(bundle)
    return known < 0 ? this.#bundles.push(bundle) - 1 : known
  }

  #addName(entity: number, words: readonly string[]): void {
    const name = this.#nameEntities.length
    this.#nameEntities.push(entity)
    for (const word of words) {
      this.#nameWords.push(this.#words.number(word))
      for (const inner of innerBeginnings(word)) {
        this.#innerWords.push(this.#words.number(inner))
        this.#innerNames.push(name)
      }
    }
    this.#nameWordOffsets.push(this.#nameWords.length)
  }

  /**
   * The encoded index, piece by piece, each of use until the next is asked for; what has been consumed is given back, and
   * nothing can be added any more. Empty pieces come between the steps: whoever has others waiting may let them run at each.
   */
  *finish(): Generator<Uint8Array<ArrayBuffer>> {
    this.#words.close()
    const sorting = sortedWords(this.#words)
    let step = sorting.next()
    for (; !step.done; step = sorting.next()) yield STEP
    const sorted = step.value
    yield* this.#renumbered(sorted)
    const offsets = yield* this.#leadOffsets(sorted.length)
    const units = sorted.reduce((sum, word) => sum + this.#words.lengthOf(word), 0)
    const names = this.#nameWords.length + this.#innerWords.length
    yield* encodedPieces(this.#lengths(sorted.length, units, names), (section) =>
      this.#piecesOf(section, sorted, offsets),
    )
  }

  /** Words are known by their places from here on. */
  *#renumbered(sorted: Uint32Array): Generator<Uint8Array<ArrayBuffer>> {
    const places = new Uint32Array(sorted.length)
    for (let place = 0; place < sorted.length; place++) places[sorted[place] as number] = place
    yield STEP
    for (const list of [this.#nameWords, this.#innerWords])
      for (let at = 0; at < list.length; at++) {
        list.put(at, places[list.at(at)] as number)
        if (at % AT_ONCE === 0) yield STEP
      }
    free(places)
  }

  #lengths(words: number, units: number, leads: number): Record<Section, number> {
    const entities = this.#prominence.length
    return {
      bundles: bundleBytes(this.#bundles).length,
      keyOffsets: 4 * (entities + 1),
      keys: this.#keys.bytes.length,
      prominence: entities,
      nameEntities: 4 * this.#nameEntities.length,
      nameWordOffsets: 4 * this.#nameWordOffsets.length,
      nameWords: 4 * this.#nameWords.length,
      wordOffsets: 4 * (words + 1),
      words: 2 * units,
      wordNameOffsets: 4 * (words + 1),
      wordNames: 4 * leads,
    }
  }

  #piecesOf(
    section: Section,
    sorted: Uint32Array<ArrayBuffer>,
    offsets: Uint32Array<ArrayBuffer>,
  ): Iterable<ArrayBufferView> {
    switch (section) {
      case 'bundles':
        return [bundleBytes(this.#bundles)]
      case 'keyOffsets':
        return this.#keys.offsets.taken()
      case 'keys':
        return this.#keys.bytes.taken()
      case 'prominence':
        return this.#prominence.taken()
      case 'nameEntities':
        return this.#nameEntities.taken()
      case 'nameWordOffsets':
        return this.#nameWordOffsets.views()
      case 'nameWords':
        return this.#nameWords.views()
      case 'wordOffsets':
        return this.#wordOffsets(sorted)
      case 'words':
        return this.#wordUnits(sorted)
      case 'wordNameOffsets':
        return [offsets]
      case 'wordNames':
        return this.#leads(offsets)
    }
  }

  #wordOffsets(sorted: Uint32Array): Uint32Array[] {
    const offsets = new Uint32Array(sorted.length + 1)
    for (let place = 0; place < sorted.length; place++)
      offsets[place + 1] = (offsets[place] as number) + this.#words.lengthOf(sorted[place] as number)
    return [offsets]
  }

  /** The units of the words in their order, some thousand words at a time. */
  *#wordUnits(sorted: Uint32Array<ArrayBuffer>): Generator<Uint16Array> {
    for (let start = 0; start < sorted.length; start += WORDS_AT_ONCE) {
      const words = sorted.subarray(start, start + WORDS_AT_ONCE)
      const piece = new Uint16Array(words.reduce((sum, word) => sum + this.#words.lengthOf(word), 0))
      let at = 0
      for (const word of words) {
        piece.set(this.#words.unitsOf(word), at)
        at += this.#words.lengthOf(word)
      }
      yield piece
    }
    this.#words.free()
    free(sorted)
  }

  /** Where each word's names begin: counted, then summed up. */
  *#leadOffsets(words: number): Generator<Uint8Array<ArrayBuffer>, Uint32Array<ArrayBuffer>> {
    const offsets = new Uint32Array(words + 1)
    for (const list of [this.#nameWords, this.#innerWords])
      for (let at = 0; at < list.length; at++) {
        increase(offsets, list.at(at) + 1, 1)
        if (at % AT_ONCE === 0) yield STEP
      }
    for (let place = 0; place < words; place++) increase(offsets, place + 1, offsets[place] as number)
    yield STEP
    return offsets
  }

  /** The names of each word, ascending (a counting sort, which is stable), behind empty pieces; the lists are given back. */
  *#leads(offsets: Uint32Array<ArrayBuffer>): Generator<Uint32Array | Uint8Array> {
    const next = offsets.slice(0, -1)
    const names = new Uint32Array(offsets.at(-1) ?? 0)
    free(offsets)
    const lead = (place: number, name: number) => {
      names[next[place] as number] = name
      increase(next, place, 1)
    }
    let inner = 0
    for (let name = 0; name + 1 < this.#nameWordOffsets.length; name++) {
      const end = this.#nameWordOffsets.at(name + 1)
      for (let at = this.#nameWordOffsets.at(name); at < end; at++) lead(this.#nameWords.at(at), name)
      for (; inner < this.#innerNames.length && this.#innerNames.at(inner) === name; inner++)
        lead(this.#innerWords.at(inner), name)
      if (name % AT_ONCE === 0) yield STEP
    }
    free(next)
    for (const list of [this.#nameWords, this.#nameWordOffsets, this.#innerWords, this.#innerNames])
      list.free()
    yield names
    free(names)
  }
}

/** Things that are gone through in one step. */
const AT_ONCE = 1 << 17
const WORDS_AT_ONCE = 1 << 14

const STEP = new Uint8Array(0)

/** The ids of bundles, one a line. */
const bundleBytes = (bundles: readonly BundleId[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(bundles.join('\n'))

/** Of whom more is known, more is asked: the logarithm of the ties and facts, 0 to 15. */
const prominenceOf = (known: number): number => Math.min(15, Math.round(2 * Math.log2(1 + known)))

function increase(numbers: Uint32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] as number) + by
}
