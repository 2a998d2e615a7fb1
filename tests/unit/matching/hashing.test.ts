import { describe, expect, test } from 'vitest'
import { hashOfToken, multipliersOf } from '../../../src/matching/hashing.ts'
import { ENTRIES } from '../../../src/text/character-table.ts'
import { classOf, foldOf, WORD } from '../../../src/text/characters.ts'
import { TokenReader } from '../../../src/text/token-reader.ts'
import { indexOf, named, surfaces } from './names.ts'

/** Words of so many letters, drawn from a choice for each place in turn. */
function wordsOf(choices: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    let rest = index
    return choices
      .map((choice) => {
        const letters = [...choice]
        const letter = letters[rest % letters.length] as string
        rest = Math.floor(rest / letters.length)
        return letter
      })
      .join('')
  })
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Letters of many alphabets whose code points agree in their lowest six bits. */
const ALIKE = Array.from({ length: 400 }, (_, row) => 0x450 + 0x40 * row)
  .filter((unit) => classOf(ENTRIES[unit] as number) === WORD && foldOf(ENTRIES[unit] as number) === unit)
  .map((unit) => String.fromCharCode(unit))
  .join('')

/** What somebody might prepare so that all words share one hash, whatever the seed. */
const PREPARED: readonly [string, readonly string[]][] = [
  ['words with the same ends and length', ['aaaaa', ALPHABET, ALPHABET, ALPHABET, 'zzzzz'].flatMap(spread)],
  [
    'long words that differ far from both ends',
    ['a'.repeat(20), ALPHABET, ALPHABET, ALPHABET, 'z'.repeat(20)].flatMap(spread),
  ],
  [
    'words that differ in every fourth letter',
    ['abc', ALPHABET, 'abc', ALPHABET, 'abc', ALPHABET].flatMap(spread),
  ],
  ['letters of many alphabets, alike in their bits', [ALIKE, ALIKE, ALIKE, ALIKE]],
]

/** A choice of many letters stays one place, a fixed stretch becomes places of its own. */
function spread(part: string): string[] {
  return part === ALPHABET ? [part] : [...part]
}

describe('no word can be prepared to share its hash with many', () => {
  test.each(PREPARED)('%s', { timeout: 120_000 }, (_, choices) => {
    const words = wordsOf(choices, 20_000)
    const reader = new TokenReader()
    for (const seed of [1, 2, 3]) {
      const by = multipliersOf(seed)
      const counts = new Map<number, number>()
      for (const word of words) {
        reader.reset(word, 0)
        reader.next()
        const hash = hashOfToken(by, reader)
        counts.set(hash, (counts.get(hash) ?? 0) + 1)
      }
      expect(new Set(words).size).toBe(words.length)
      // By chance two or three of ASCII; of letters that keep six bits each some share a hash, and two places multiply.
      expect(Math.max(...counts.values())).toBeLessThan(200)
    }
  })
})

test('spellings of a name in every mixture of case are kept, each as it was given', {
  timeout: 120_000,
}, () => {
  const letters = 'shanghaisummit'
  const names = Array.from({ length: 5_000 }, (_, bits) =>
    named(Array.from(letters, (letter, at) => ((bits >> at) & 1 ? letter.toUpperCase() : letter)).join('')),
  )
  const index = indexOf(names)
  expect(names.every((name, number) => index.name(number).text === name.text)).toBe(true)
  expect(surfaces(index, 'the shanghaisummit')).toEqual(['shanghaisummit'])
  expect(index.scan('the SHANGHAISUMMIT')[0]?.names).toHaveLength(5_000)
})
