import { describe, expect, test } from 'vitest'
import { tokensOf } from '../../../src/text/fold.ts'
import { generatedNames, generatedText, randomFrom } from './generated.ts'
import { indexOf } from './names.ts'

const names = generatedNames(randomFrom(31), 200)
const index = indexOf(names)

interface SeenToken {
  readonly start: number
  readonly hash: number
  readonly capital: boolean
}

/** The tokens that a scan hands on; ends of blocks, which are none of the text, left out. */
function handedOn(text: string): SeenToken[] {
  const seen: SeenToken[] = []
  index.scan(text, {
    take(starts, hashes, count) {
      for (let token = 0; token < count; token += 1) {
        const hash = hashes[token] ?? 0
        if (hash !== END_OF_BLOCK)
          seen.push({ start: starts[token] ?? -1, hash: hash | 1, capital: (hash & 1) === 0 })
      }
    },
  })
  return seen
}

const END_OF_BLOCK = 1

const expected = (text: string): SeenToken[] =>
  tokensOf(text).map(({ start, end, capital }) => ({
    start,
    hash: index.hashOf(text.slice(start, end)),
    capital,
  }))

describe('the tokens that a scan hands on', () => {
  test.each([
    ['none of an empty text', ''],
    ['words, capitals and marks', 'The U.N. Charter, signed in 1945 (San Francisco).'],
    ['letters that fold', 'São Paulo, Straße, Генассамблея'],
    ['ideographs', '上海合作组织2019年'],
    ['a soft hyphen and an emoji', 'Tash\u00adkent 🎉 met'],
    ['two paragraphs', 'One.\n\nTwo.'],
  ])('are those of the text: %s', (_, text) => {
    expect(handedOn(text)).toEqual(expected(text))
  })

  test('are each handed on once, however many steps a scan takes', () => {
    const random = randomFrom(32)
    const text = Array.from({ length: 300 }, () => generatedText(random, names)).join(' ')
    expect(handedOn(text)).toEqual(expected(text))
  })

  test('a scan that nobody listens to finds the same', () => {
    const text = generatedText(randomFrom(33), names)
    expect(index.scan(text)).toEqual(index.scan(text, { take: () => undefined }))
  })
})

test('equal words have one hash whatever their case; no word has none', () => {
  expect(index.hashOf('SUMMIT')).toBe(index.hashOf('summit held'))
  expect(index.hashOf('summit')).not.toBe(index.hashOf('summits'))
  expect(index.hashOf(' — ')).toBe(0)
})
