import type { EntityRecord } from '../model/entity.ts'
import type { BundleId, EntityRef } from '../model/ids.ts'
import type { CollectedSearch } from './collected-search.ts'
import { ByteList, NumberList } from './growing.ts'
import { KeyList } from './key-list.ts'
import { plainWords } from './plain-words.ts'
import { FIRST_NAME, joinedPieces, MOST_NAME_WORDS, NAMES_IN_BLOCK } from './search-format.ts'
import { WordTable } from './word-table.ts'
import { innerBeginnings, wordsOf } from './words.ts'
import { writeSearchIndex } from './write-search-index.ts'

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
 * at the end. A million entities with two names each take some 100 MB on the way.
 */
export class SearchIndexBuilder implements CollectedSearch {
  readonly bundles: BundleId[] = []
  readonly keys = new KeyList()
  readonly prominence = new ByteList()
  readonly nameShapes = new ByteList()
  readonly blockEntities = new NumberList()
  readonly blockWords = new NumberList()
  readonly nameWords = new NumberList()
  readonly words = new WordTable()
  /** That a later beginning of a word leads to a name, in pairs; names ascend. */
  readonly innerWords = new NumberList()
  readonly innerNames = new NumberList()
  /** The words of the name that is read: reused. */
  readonly #read: number[] = []

  add({ ref, record, known }: SearchedEntity): void {
    const first = { name: this.nameShapes.length, word: this.nameWords.length }
    for (const { text } of record.names) this.#addName(text, first)
    for (const { text } of record.aliases) this.#addName(text, first)
    // Who has no name with a word in it is never found, and would be counted in vain.
    if (first.name === this.nameShapes.length) return
    this.keys.push(`${this.#bundleNumber(ref.bundle)}/${ref.entity}`)
    this.prominence.push(prominenceOf(known))
  }

  #bundleNumber(bundle: BundleId): number {
    const known = this.bundles.lastIndexOf(bundle)
    return known < 0 ? this.bundles.push(bundle) - 1 : known
  }

  /** A name with its words, unless one of its entity reads the same (as `distinctNames` decides); `first`: where those begin. */
  #addName(text: string, first: { readonly name: number; readonly word: number }): void {
    const read = this.#read
    read.length = 0
    const words = plainWords(text, this.words, read) ? undefined : wordsOf(text)
    for (const word of words ?? []) read.push(this.words.number(word))
    if (read.length > MOST_NAME_WORDS) read.length = MOST_NAME_WORDS
    const name = this.nameShapes.length
    if (read.length === 0 || this.#isKnown(first)) return
    if (name % NAMES_IN_BLOCK === 0) {
      this.blockEntities.push(this.prominence.length)
      this.blockWords.push(this.nameWords.length)
    }
    this.nameShapes.push(read.length | (name === first.name ? FIRST_NAME : 0))
    for (const word of read) this.nameWords.push(word)
    // What is plain has none.
    for (const word of words ?? [])
      for (const inner of innerBeginnings(word)) {
        this.innerWords.push(this.words.number(inner))
        this.innerNames.push(name)
      }
  }

  /** Whether the words that were read are those of a name of the same entity. */
  #isKnown(first: { readonly name: number; readonly word: number }): boolean {
    let at = first.word
    for (let name = first.name; name < this.nameShapes.length; name++) {
      const length = this.nameShapes.at(name) & MOST_NAME_WORDS
      if (length === this.#read.length && this.#areWords(at)) return true
      at += length
    }
    return false
  }

  #areWords(from: number): boolean {
    for (let at = 0; at < this.#read.length; at++)
      if (this.nameWords.at(from + at) !== this.#read[at]) return false
    return true
  }

  /**
   * The encoded index, piece by piece, each of use until the next is asked for; what has been consumed is given back, and
   * nothing can be added any more. Empty pieces come between the steps: whoever has others waiting may let them run at each.
   */
  finish(): Generator<Uint8Array<ArrayBuffer>> {
    return writeSearchIndex(this)
  }
}

/** Of whom more is known, more is asked: the logarithm of the ties and facts, 0 to 15. */
const prominenceOf = (known: number): number => Math.min(15, Math.round(2 * Math.log2(1 + known)))
