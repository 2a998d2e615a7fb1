import { describe, expect, test } from 'vitest'
import {
  afterSpace,
  beforeSpace,
  CAPITAL,
  JOINER,
  kindAt,
  LETTER,
  NUMBER,
  SMALL,
  SPACE,
  STOP,
} from '../../../src/text/letters.ts'

describe('what a character is', () => {
  test.each([
    ['a letter', LETTER, /\p{L}/u],
    ['a capital', CAPITAL, /\p{Lu}/u],
    ['a small letter', SMALL, /\p{Ll}/u],
    ['a digit', NUMBER, /\p{N}/u],
    ['white space', SPACE, /\s/u],
    ['a joiner', JOINER, /[\p{M}\p{Cf}’'\u2010\u2011-]/u],
    ['a stop', STOP, /[\n.!?…؟۔。！？｡]/u],
  ])('%s is one by its Unicode property, for every unit', (_, bit, property) => {
    const differing = Array.from({ length: 0x10000 }, (_each, unit) => String.fromCharCode(unit)).filter(
      (character) => ((kindAt(character, 0) & bit) !== 0) !== property.test(character),
    )
    expect(differing).toEqual([])
  })

  test('nothing is beyond a text', () => {
    expect([kindAt('a', -1), kindAt('a', 1), kindAt('', 0)]).toEqual([0, 0, 0])
  })
})

test('white space is stepped over, to the ends of the text', () => {
  expect([afterSpace('a \u00a0 b', 1), beforeSpace('a \u00a0 b', 4), afterSpace('a  ', 1)]).toEqual([4, 1, 3])
  expect(beforeSpace('  a', 2)).toBe(0)
})
