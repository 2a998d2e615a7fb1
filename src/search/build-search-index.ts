import type { EntityRecord } from '../model/entity.ts'
import { refKey } from '../model/ids.ts'
import type { FoundEntity } from '../model/lookup.ts'
import { encodeSections } from './search-format.ts'
import { innerBeginnings, lettersOf, wordsOf } from './words.ts'

/** An index that grows entity by entity, so that building it can pause between any two of them. */
interface SearchIndexBuilder {
  readonly add: (entity: FoundEntity) => void
  /** The encoded index (search-format.ts) of all that was added. */
  readonly finish: () => ArrayBuffer
}

/** The search index of some entities at once. */
export function buildSearchIndex(entities: readonly FoundEntity[]): ArrayBuffer {
  const builder = searchIndexBuilder()
  for (const entity of entities) builder.add(entity)
  return builder.finish()
}

/** A word while the index grows: its number so far, and the names that it leads to. */
interface GrowingWord {
  readonly number: number
  readonly names: number[]
}

/** A builder without entities. */
function searchIndexBuilder(): SearchIndexBuilder {
  const keys: string[] = []
  const prominence: number[] = []
  const texts: string[] = []
  const nameEntities: number[] = []
  const nameWords: number[][] = []
  const words = new Map<string, GrowingWord>()

  const wordNamed = (word: string): GrowingWord => {
    const known = words.get(word) ?? { number: words.size, names: [] }
    words.set(word, known)
    return known
  }
  const lead = (word: string, name: number): number => {
    const { number, names } = wordNamed(word)
    if (names.at(-1) !== name) names.push(name)
    return number
  }
  const add = ({ ref, record }: FoundEntity): void => {
    const entity = keys.length
    keys.push(refKey(ref))
    prominence.push(prominenceOf(record))
    for (const [text, parts] of distinctNames(record)) {
      const name = texts.length
      texts.push(text)
      nameEntities.push(entity)
      nameWords.push(parts.map((word) => lead(word, name)))
      for (const word of parts) for (const inner of innerBeginnings(word)) lead(inner, name)
    }
  }
  const finish = (): ArrayBuffer => {
    const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
    const places = new Uint32Array(sorted.length)
    sorted.forEach(([, { number }], place) => {
      places[number] = place
    })
    const wordTexts = sorted.map(([word]) => word)
    const postings = sorted.map(([, { names }]) => names)
    const forward = nameWords.map((numbers) => numbers.map((number) => places[number] as number))
    const keyBytes = keys.map(utf8)
    const textBytes = texts.map(utf8)
    return encodeSections({
      keyOffsets: offsetsOf(keyBytes),
      keys: joinedBytes(keyBytes),
      prominence: Uint8Array.from(prominence),
      textOffsets: offsetsOf(textBytes),
      texts: joinedBytes(textBytes),
      nameEntities: Uint32Array.from(nameEntities),
      nameWordOffsets: offsetsOf(forward),
      nameWords: joinedNumbers(forward),
      wordOffsets: offsetsOf(wordTexts),
      words: joinedUnits(wordTexts),
      letters: Uint32Array.from(wordTexts.map(lettersOf)),
      wordNameOffsets: offsetsOf(postings),
      wordNames: joinedNumbers(postings),
    })
  }
  return { add, finish }
}

/** Every name and alias with its words; of two that read the same the first. */
function distinctNames({ names, aliases }: EntityRecord): Map<string, string[]> {
  const seen = new Set<string>()
  const distinct = new Map<string, string[]>()
  for (const { text } of [...names, ...aliases]) {
    const parts = wordsOf(text)
    const key = parts.join(' ')
    if (parts.length === 0 || seen.has(key)) continue
    seen.add(key)
    distinct.set(text, parts)
  }
  return distinct
}

/** Of whom more is known, more is asked: the logarithm of the ties and facts, 0 to 15. */
const prominenceOf = ({ statements, relations, events }: EntityRecord): number =>
  Math.min(15, Math.round(2 * Math.log2(1 + statements.length + relations.length + events.length)))

const encoder = new TextEncoder()
const utf8 = (text: string): Uint8Array => encoder.encode(text)

function offsetsOf(parts: readonly { readonly length: number }[]): Uint32Array {
  const offsets = new Uint32Array(parts.length + 1)
  parts.forEach(({ length }, index) => {
    offsets[index + 1] = (offsets[index] as number) + length
  })
  return offsets
}

const totalOf = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0)

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(totalOf(parts))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function joinedNumbers(parts: readonly (readonly number[])[]): Uint32Array {
  const joined = new Uint32Array(totalOf(parts))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function joinedUnits(parts: readonly string[]): Uint16Array {
  const joined = new Uint16Array(totalOf(parts))
  let at = 0
  for (const part of parts)
    for (let index = 0; index < part.length; index++) joined[at++] = part.charCodeAt(index)
  return joined
}
