import { expect, test } from 'vitest'
import { stalenessOf } from '../../../src/model/freshness.ts'

const CREATED = '2026-01-01T00:00:00Z'
const confirmed = { at: '2026-01-05T00:00:00Z', until: '2026-02-01T00:00:00Z' }

test.each([
  ['a publisher whose word is good', { confirmed }, '2026-01-31T23:59:59Z', undefined],
  ['a publisher whose word has expired', { confirmed }, '2026-02-01T00:00:00Z', 'unconfirmed'],
  [
    'a word that is good, though the facts are old',
    { confirmed: { ...confirmed, until: '2036-01-01T00:00:00Z' } },
    '2030-01-01T00:00:00Z',
    undefined,
  ],
  ['facts that nobody updates, within a year', {}, '2027-01-01T00:00:00Z', undefined],
  ['facts that nobody updates, after a year', {}, '2027-01-01T00:00:01Z', 'old'],
] as const)('with %s', (_why, bundle, now, kind) => {
  expect(stalenessOf({ created: CREATED, ...bundle }, now)?.kind).toBe(kind)
})

test('tells since when: the last word of the publisher, or the day of the facts', () => {
  expect(stalenessOf({ created: CREATED, confirmed }, '2026-03-01T00:00:00Z')?.since).toBe(confirmed.at)
  expect(stalenessOf({ created: CREATED }, '2028-01-01T00:00:00Z')?.since).toBe(CREATED)
})
