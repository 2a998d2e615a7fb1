import { expect, test } from 'vitest'
import { badgeText } from '../../../src/background/badge.ts'

test.each([
  [0, '', 'nothing to tell'],
  [1, '1', 'the count itself'],
  [999, '999', 'the most that fits'],
  [1_000, '999+', 'more than a badge has room for'],
])('%i mentions read "%s": %s', (mentions, text, _why) => {
  expect(badgeText(mentions)).toBe(text)
})
