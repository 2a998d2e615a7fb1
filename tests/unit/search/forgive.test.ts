import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { buildSearchIndex } from '../../../src/search/build-search-index.ts'
import { forgive } from '../../../src/search/forgive.ts'
import { lengthOf, unitAt } from '../../../src/search/index-words.ts'
import { decodeSections, type SearchSections } from '../../../src/search/search-format.ts'

/** Slips by their definition, cell by cell, between a query and the nearest beginning of a word. */
function slipsByDefinition(query: string, word: string): number {
  const distance = (typed: number, read: number): number => {
    if (typed === 0 || read === 0) return typed + read
    const known = cells.get(`${typed} ${read}`)
    if (known !== undefined) return known
    const same = query[typed - 1] === word[read - 1] ? 0 : 1
    const ways = [
      distance(typed - 1, read) + 1,
      distance(typed, read - 1) + 1,
      distance(typed - 1, read - 1) + same,
    ]
    if (typed > 1 && read > 1 && query[typed - 1] === word[read - 2] && query[typed - 2] === word[read - 1])
      ways.push(distance(typed - 2, read - 2) + 1)
    const least = Math.min(...ways)
    cells.set(`${typed} ${read}`, least)
    return least
  }
  const cells = new Map<string, number>()
  return Math.min(...Array.from({ length: word.length + 1 }, (_, read) => distance(query.length, read)))
}

function indexOf(words: readonly string[]): SearchSections {
  const record = { names: words.map((text) => ({ text, lang: 'en' })), aliases: [] }
  const ref = { bundle: 'test' as BundleId, entity: 'words' as EntityId }
  const index = decodeSections(buildSearchIndex([{ ref, record, known: 0 }]))
  if (!index) throw new Error('the index just built does not open')
  return index
}

const wordAt = (index: SearchSections, place: number): string =>
  String.fromCharCode(...Array.from({ length: lengthOf(index, place) }, (_, at) => unitAt(index, place, at)))

/** The words told, with the slips that were told first. */
function forgiven(index: SearchSections, query: string): Record<string, number> {
  const told = new Map<string, number>()
  forgive(index, query, (place, slips) => {
    const word = wordAt(index, place)
    if (!told.has(word)) told.set(word, slips)
  })
  return Object.fromEntries(told)
}

function expected(words: readonly string[], query: string): Record<string, number> {
  const most = query.length >= 8 ? 2 : query.length >= 4 ? 1 : 0
  const near = [...new Set(words)].map((word) => [word, slipsByDefinition(query, word)] as const)
  const isAlike = (word: string) => word[0] === query[0] && word.length <= query.length + 1
  return Object.fromEntries(
    near.filter(([word, slips]) => most > 0 && slips <= most && (query.length >= 6 || isAlike(word))),
  )
}

describe('words forgiven a slip', () => {
  // Three letters make words that are near each other; four in the queries make some that nothing has.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 })
  const query = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x'), minLength: 1, maxLength: 11 })

  test('are those that the definition of a slip gives, each with its number of slips', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), query, (words, asked) => {
        expect(forgiven(indexOf(words), asked)).toEqual(expected(words, asked))
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, Record<string, number>, string]>([
    ['guterrez', { guterres: 1, guterresist: 1 }, 'what follows the beginning has not been typed yet'],
    ['ugterres', { guterres: 1, guterresist: 1 }, 'two letters swapped'],
    ['gterrse', {}, 'two slips are too many in seven letters'],
    ['gterrses', { guterres: 2, guterresist: 2 }, 'and few enough in eight'],
    ['nat', {}, 'nothing is forgiven in three letters'],
    ['natx', { nato: 1 }, 'of a short word the first letter and the length must fit'],
  ])('%s', (asked, words) => {
    expect(forgiven(indexOf(['Guterres', 'Guterresist', 'Nato', 'National', 'Matx']), asked)).toEqual(words)
  })
})
