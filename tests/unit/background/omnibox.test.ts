import { describe, expect, test } from 'vitest'
import { described, entryIn } from '../../../src/background/omnibox.ts'

describe('what was entered in the address bar', () => {
  test.each([
    ['SCO #/entity/international-affairs/sco', '#/entity/international-affairs/sco', 'a chosen suggestion'],
    ['Norov', undefined, 'a text to search for'],
    ['#/entity/a/b?date=javascript:alert(1)', undefined, 'an entry with more than its ids'],
    ['#/entity/../popup', undefined, 'no entry'],
  ])('%s leads to %s: %s', (text, entry, _why) => {
    expect(entryIn(text)).toBe(entry)
  })
})

test('a description reads the same as XML and as text', () => {
  expect(described('<url>A & B</url> "C"\n')).toBe('url A B /url C')
})
