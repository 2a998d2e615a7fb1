import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedWords } from '../../../src/search/sort-words.ts'
import { WordTable } from '../../../src/search/word-table.ts'

const word = fc.oneof(
  fc.stringMatching(/^[ab]{1,12}$/),
  fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }),
  fc.stringMatching(/^上[海合]{0,3}$/),
)

const textOf = (table: WordTable, number: number) => String.fromCharCode(...table.unitsOf(number))

function sorted(table: WordTable): string[] {
  const sorting = sortedWords(table)
  let step = sorting.next()
  while (!step.done) step = sorting.next()
  return [...step.value].map((number) => textOf(table, number))
}

describe('a table of words', () => {
  test('numbers each word once, in the order in which they come, and keeps it', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const table = new WordTable()
        const numbers = words.map((each) => table.number(each))
        const distinct = [...new Set(words)]
        expect(numbers).toEqual(words.map((each) => distinct.indexOf(each)))
        expect(distinct.map((_, number) => textOf(table, number))).toEqual(distinct)
      }),
    )
  })

  test('sorts them as texts are sorted, many or few, alike or not', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const table = new WordTable()
        for (const each of words) table.number(each)
        expect(sorted(table)).toEqual([...new Set(words)].sort())
      }),
    )
  })

  test('holds a hundred thousand words that differ only at their end', () => {
    const table = new WordTable()
    const words = Array.from({ length: 100_000 }, (_, index) => `the-same-beginning-${index}`)
    for (const each of words) table.number(each)
    expect(words.every((each, index) => table.number(each) === index)).toBe(true)
    expect(sorted(table)).toEqual(words.toSorted())
  })
})
