import { describe, expect, test } from 'vitest'
import { isWordBoundary } from '../../../src/text/boundaries.ts'

const CASES: readonly [string, number, boolean, string][] = [
  ['SCO', 0, true, 'the start of the text'],
  ['SCO', 3, true, 'the end of the text'],
  ['SCO', 1, false, 'inside a word'],
  ['SCO summit', 3, true, 'before a space'],
  ['ITU’s', 3, true, 'before a possessive'],
  ['上海', 1, true, 'between ideographs'],
  ['WTO组织', 3, true, 'between scripts that need no space'],
  ['S\u00adCO', 1, false, 'before a soft hyphen'],
  ['S\u00adCO', 2, false, 'after a soft hyphen'],
  ['e\u0301x', 1, false, 'before a diacritic'],
  ['the U.N. vote', 6, false, 'inside initials'],
  ['the U.N. vote', 8, true, 'after initials'],
  ['a😀b', 2, false, 'inside a surrogate pair'],
]

describe('isWordBoundary', () => {
  test.each(CASES)('%j at %d: %s (%s)', (text, offset, expected) => {
    expect(isWordBoundary(text, offset)).toBe(expected)
  })
})
