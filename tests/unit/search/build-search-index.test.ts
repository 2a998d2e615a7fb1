import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import {
  buildSearchIndex,
  type SearchedEntity,
  SearchIndexBuilder,
} from '../../../src/search/build-search-index.ts'
import { distinctNames } from '../../../src/search/distinct-names.ts'
import { entityOf, firstWordOf, keyOf, placeOf, wordsIn } from '../../../src/search/index-names.ts'
import { lengthOf, unitAt, wordCount } from '../../../src/search/index-words.ts'
import { plainWords } from '../../../src/search/plain-words.ts'
import {
  decodeSections,
  HEADER_BYTES,
  type SearchSections,
  sizeToldBy,
} from '../../../src/search/search-format.ts'
import { WordTable } from '../../../src/search/word-table.ts'
import { innerBeginnings, wordsOf } from '../../../src/search/words.ts'

const text = fc.oneof(
  fc.stringMatching(/^[A-Ca-c1-3]{1,3}(?:[ -][A-Ca-c1-3]{1,3}){0,3}$/),
  fc.constantFrom(
    'Été-École',
    'O’Neill',
    ' a',
    'a--b',
    'U.N.',
    '',
    '-',
    'ШОС',
    '上海合作组织',
    '東京都',
    '한국 사람',
    '𠮷野家',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

const entities = fc
  .array(
    fc.record({
      names: fc.array(text, { minLength: 1, maxLength: 4 }),
      bundle: fc.constantFrom('a', 'b'),
      known: fc.nat(40),
    }),
    {
      maxLength: 24,
    },
  )
  .map((all) => all.map(entity))

function entity(
  { names, bundle, known }: { names: string[]; bundle: string; known: number },
  index: number,
): SearchedEntity {
  const [name = '', ...aliases] = names
  return {
    ref: refOf(bundle, `entity-${index * 7}`),
    record: {
      names: [{ text: name, lang: 'en' }],
      aliases: aliases.map((each) => ({ text: each, lang: 'en', kind: 'short' as const })),
    },
    known,
  }
}

const refOf = (bundle: string, id: string): EntityRef => ({
  bundle: bundle as BundleId,
  entity: id as EntityId,
})

function opened(all: readonly SearchedEntity[]): SearchSections {
  const index = decodeSections(buildSearchIndex(all))
  if (!index) throw new Error('the index just built does not open')
  return index
}

const wordAt = (index: SearchSections, place: number): string =>
  String.fromCharCode(...Array.from({ length: lengthOf(index, place) }, (_, at) => unitAt(index, place, at)))

/** Those that have a name with a word in it. */
const found = (all: readonly SearchedEntity[]) => all.filter(({ record }) => distinctNames(record).size > 0)

/** All that an index says of its names: entity, place among those of the entity, words. */
const namesIn = (index: SearchSections) =>
  Array.from(index.nameShapes, (_, name) => {
    const from = firstWordOf(index, name)
    const words = Array.from({ length: wordsIn(index, name) }, (__, at) =>
      wordAt(index, index.nameWords.at(from + at)),
    )
    return { entity: entityOf(index, name), place: placeOf(index, name), words }
  })

describe('the index of the search', () => {
  test('has each name of each entity, word for word, as a reader of the record counts them', () => {
    fc.assert(
      fc.property(entities, (all) => {
        const expected = found(all).flatMap(({ record }, number) =>
          [...distinctNames(record).values()].map((words, place) => ({ entity: number, place, words })),
        )
        expect(namesIn(opened(all))).toEqual(expected)
      }),
    )
  })

  test('has every word once, in the order of texts, with the names that it leads to', () => {
    fc.assert(
      fc.property(entities, (all) => {
        const leads = new Map<string, number[]>()
        const names = all.flatMap(({ record }) => [...distinctNames(record).values()])
        for (const [name, words] of names.entries())
          for (const word of [...words, ...words.flatMap(innerBeginnings)])
            leads.set(word, [...(leads.get(word) ?? []), name])
        const index = opened(all)
        const read = Array.from({ length: wordCount(index) }, (_, place): [string, number[]] => {
          const [from, end] = [index.wordNameOffsets.at(place), index.wordNameOffsets.at(place + 1)]
          return [
            wordAt(index, place),
            Array.from({ length: end - from }, (__, at) => index.wordNames.at(from + at)),
          ]
        })
        expect(read).toEqual([...leads].sort(([a], [b]) => (a < b ? -1 : 1)))
      }),
    )
  })

  test('finds the key of each entity, of whatever bundle', () => {
    fc.assert(
      fc.property(entities, (all) => {
        const index = opened(all)
        const bundles = new TextDecoder().decode(index.bundles).split('\n')
        const keys = found(all).map((_, number) => keyOf(index, number))
        expect(keys).toEqual(found(all).map(({ ref }) => `${bundles.indexOf(ref.bundle)}/${ref.entity}`))
      }),
    )
  })

  test('is as long as its beginning says, and nothing else opens', () => {
    const buffer = buildSearchIndex([entity({ names: ['United Nations'], bundle: 'a', known: 1 }, 0)])
    expect(sizeToldBy(buffer.slice(0, HEADER_BYTES))).toBe(buffer.byteLength)
    for (const other of [
      buffer.slice(0, -1),
      buffer.slice(0, 8),
      new ArrayBuffer(0),
      new ArrayBuffer(buffer.byteLength),
    ])
      expect(decodeSections(other)).toBeUndefined()
  })

  test('lets others run at least every ten thousand names while it is written', () => {
    const builder = new SearchIndexBuilder()
    const names = 300_000
    for (let index = 0; index < names; index++)
      builder.add(entity({ names: [`Name ${index}`], bundle: 'a', known: 0 }, index))
    const pieces = [...builder.finish()].filter(({ length }) => length === 0)
    expect(pieces.length).toBeGreaterThan(names / 10_000)
  })
})

test('a plain name has the words that any name has', () => {
  const table = new WordTable()
  fc.assert(
    fc.property(text, (name) => {
      const numbers: number[] = []
      const isPlain = plainWords(name, table, numbers)
      expect(numbers).toEqual(isPlain ? wordsOf(name).map((word) => table.number(word)) : [])
      expect(isPlain).toBe(/^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/.test(name))
    }),
  )
})
