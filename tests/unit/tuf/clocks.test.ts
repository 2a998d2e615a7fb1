import { afterAll, describe, expect, test } from 'vitest'
import { startStage } from './attack-stage.ts'
import { readOnce } from './test-reader.ts'

/** Clocks of readers, from ten years too slow to ten years too fast. Everything signed expires on 1 June 2027. */

const DAY = 86_400_000
const YEAR = 365.25 * DAY
const END = Date.parse('2027-06-01T00:00:00Z')

/** The instant, and whether what was signed until `END` may be taken in. */
const CLOCKS: readonly [what: string, now: number, valid: boolean][] = [
  ...Array.from({ length: 10 }, (_, index): [string, number, boolean] => [
    `${index + 1} years before`,
    END - (index + 1) * YEAR,
    true,
  ]),
  ...Array.from({ length: 10 }, (_, index): [string, number, boolean] => [
    `${index + 1} years after`,
    END + (index + 1) * YEAR,
    false,
  ]),
  ['a millisecond before', END - 1, true],
  ['the very instant', END, false],
  ['a millisecond after', END + 1, false],
  ['an hour before: the same in every time zone', END - 3_600_000, true],
  ['an hour after', END + 3_600_000, false],
  ['the hour that summer time skips', Date.parse('2027-03-28T01:30:00Z'), true],
  ['the hour that winter time repeats', Date.parse('2026-10-25T00:30:00Z'), true],
  ['a leap day', Date.parse('2028-02-29T00:00:00Z'), false],
  ['the last second of a year', Date.parse('2026-12-31T23:59:59Z'), true],
  ['1970', 0, true],
  ['before 1970', -YEAR, true],
  ['the end of 32 bits', 2 ** 31 * 1_000, false],
  ['as far as a date goes', 8.64e15, false],
  ['beyond it', Number.POSITIVE_INFINITY, false],
  ['no number', Number.NaN, false],
]

let cases = 0

describe('a wrong clock', () => {
  test.each(CLOCKS)('%s', async (_what, now, valid) => {
    const { reader, fresh, repository, second } = await startStage()
    for (const before of [reader, fresh]) {
      const { reader: after, how } = await readOnce(before, repository.files, now)
      // What has expired is never taken in, and what is there is never lost.
      if (valid) expect(after.lines).toEqual(second.state.lines)
      else expect([how, after.lines, after.generation]).toEqual(['expired', before.lines, before.generation])
      cases += 1
    }
  })

  test.each([
    ['jumps ahead beyond the expiry between two updates', END + YEAR],
    ['jumps back by ten years between two updates', END - 10 * YEAR],
  ])('that %s loses nothing, and put right goes on', async (_what, wrong) => {
    const { reader, repository, second } = await startStage()
    const meanwhile = (await readOnce(reader, repository.files, wrong)).reader
    const after = (await readOnce(meanwhile, repository.files, END - DAY)).reader
    expect(after.lines).toEqual(second.state.lines)
    cases += 1
  })
})

afterAll(() => {
  console.log(`clocks: ${cases} cases`)
  expect(cases).toBeGreaterThanOrEqual(30)
})
