import type { EntityRecord } from '../model/entity.ts'
import { refKey } from '../model/ids.ts'
import type { FoundEntity } from '../model/lookup.ts'
import { NumberList, TextList } from './growing.ts'
import { encodeSections } from './search-format.ts'
import { innerBeginnings, wordsOf } from './words.ts'

/** The search index of some entities, encoded (search-format.ts). */
export function buildSearchIndex(entities: Iterable<FoundEntity>): ArrayBuffer {
  const index = new SearchIndexBuilder()
  for (const entity of entities) index.add(entity)
  return index.finish()
}

/** An index that grows entity by entity, so that nothing need be held. Words are numbered as they come, and put in order at the end. */
export class SearchIndexBuilder {
  readonly #keys = new TextList()
  readonly #prominence = new NumberList()
  readonly #texts = new TextList()
  readonly #nameEntities = new NumberList()
  readonly #nameWordOffsets = new NumberList()
  readonly #nameWords = new NumberList()
  readonly #words = new Map<string, number>()
  /** That a word leads to a name, in pairs. */
  readonly #leads = new NumberList()
  readonly #leadNames = new NumberList()

  constructor() {
    this.#nameWordOffsets.push(0)
  }

  add({ ref, record }: FoundEntity): void {
    const entity = this.#prominence.length
    this.#keys.push(refKey(ref))
    this.#prominence.push(prominenceOf(record))
    for (const [text, words] of distinctNames(record)) this.#addName(entity, text, words)
  }

  #addName(entity: number, text: string, words: readonly string[]): void {
    const name = this.#nameEntities.length
    this.#nameEntities.push(entity)
    this.#texts.push(text)
    for (const word of words) {
      this.#nameWords.push(this.#lead(word, name))
      for (const inner of innerBeginnings(word)) this.#lead(inner, name)
    }
    this.#nameWordOffsets.push(this.#nameWords.length)
  }

  #lead(word: string, name: number): number {
    let number = this.#words.get(word)
    if (number === undefined) {
      number = this.#words.size
      this.#words.set(word, number)
    }
    this.#leads.push(number)
    this.#leadNames.push(name)
    return number
  }

  finish(): ArrayBuffer {
    // The default order of texts is that of their UTF-16 units, which the search relies on.
    const sorted = [...this.#words.keys()].sort()
    const places = new Uint32Array(sorted.length)
    for (const [place, word] of sorted.entries()) places[this.#words.get(word) as number] = place
    const leads = byPlace(this.#leads.view(), this.#leadNames.view(), places)
    const words = joinedUnits(sorted)
    return encodeSections({
      keyOffsets: this.#keys.offsets.view(),
      keys: this.#keys.view(),
      prominence: Uint8Array.from(this.#prominence.view()),
      textOffsets: this.#texts.offsets.view(),
      texts: this.#texts.view(),
      nameEntities: this.#nameEntities.view(),
      nameWordOffsets: this.#nameWordOffsets.view(),
      nameWords: this.#nameWords.view().map((number) => places[number] as number),
      wordOffsets: words.offsets,
      words: words.units,
      wordNameOffsets: leads.offsets,
      wordNames: leads.names,
    })
  }
}

/** Every name and alias with its words; of two that read the same the first. */
function distinctNames({ names, aliases }: EntityRecord): Map<string, string[]> {
  const seen = new Set<string>()
  const distinct = new Map<string, string[]>()
  const read = ({ text }: { readonly text: string }): void => {
    const words = wordsOf(text)
    const key = words.join(' ')
    if (words.length === 0 || seen.has(key)) return
    seen.add(key)
    distinct.set(text, words)
  }
  names.forEach(read)
  aliases.forEach(read)
  return distinct
}

/** Of whom more is known, more is asked: the logarithm of the ties and facts, 0 to 15. */
const prominenceOf = ({ statements, relations, events }: EntityRecord): number =>
  Math.min(15, Math.round(2 * Math.log2(1 + statements.length + relations.length + events.length)))

/** The names of each word by the word's place, ascending: counted, then filled (a counting sort, which is stable). */
function byPlace(
  words: Uint32Array,
  names: Uint32Array,
  places: Uint32Array,
): { readonly offsets: Uint32Array; readonly names: Uint32Array } {
  const offsets = new Uint32Array(places.length + 1)
  for (const word of words) increase(offsets, (places[word] as number) + 1, 1)
  for (let place = 0; place < places.length; place++) increase(offsets, place + 1, offsets[place] as number)
  const next = offsets.slice()
  const filled = new Uint32Array(names.length)
  words.forEach((word, index) => {
    const place = places[word] as number
    filled[next[place] as number] = names[index] as number
    increase(next, place, 1)
  })
  return { offsets, names: filled }
}

function increase(numbers: Uint32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] as number) + by
}

function joinedUnits(words: readonly string[]): {
  readonly offsets: Uint32Array
  readonly units: Uint16Array
} {
  const offsets = new Uint32Array(words.length + 1)
  for (const [index, word] of words.entries()) offsets[index + 1] = (offsets[index] as number) + word.length
  const units = new Uint16Array(offsets[words.length] as number)
  let at = 0
  for (const word of words)
    for (let index = 0; index < word.length; index++) units[at++] = word.charCodeAt(index)
  return { offsets, units }
}
