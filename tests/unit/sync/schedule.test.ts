import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmTime, nextUpdate } from '../../../src/sync/schedule.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-06-01T00:00:00Z')
const usual = { now, hours: 24, random: 0.5 }

describe('the next update', () => {
  test.each([
    ['a day after one that went well', false, 0, 24],
    ['a quarter of an hour after a first failure', true, 0, 0.25],
    ['twice as long after each further one', true, 1, 0.5],
    ['four hours after the fifth', true, 4, 4],
    ['a day at most, however often it failed', true, 40, 24],
  ])('is %s', (_when, failed, failures, hours) => {
    const next = nextUpdate({ due: 0, failures }, failed, usual)
    expect(next).toEqual({ due: now + hours * HOUR, failures: failed ? failures + 1 : 0 })
  })

  test.each([
    ['less than an hour is an hour', 0.1, 1],
    ['more than a month is a month', 10_000, 720],
    ['what is no number is a day', Number.NaN, 24],
    ['a failure is not tried later than a success would be', 1, 1],
  ])('keeps within bounds: %s', (_what, hours, expected) => {
    expect(nextUpdate(undefined, false, { ...usual, hours }).due).toBe(now + expected * HOUR)
    expect(nextUpdate({ due: 0, failures: 30 }, true, { ...usual, hours }).due).toBeLessThanOrEqual(
      now + Math.min(expected, 24) * HOUR,
    )
  })

  test('varies by a fifth either way, and only by chance', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 720 }),
        (random, hours) => {
          const wait = nextUpdate(undefined, false, { now, hours, random }).due - now
          expect(wait).toBeGreaterThanOrEqual(0.8 * hours * HOUR - 1)
          expect(wait).toBeLessThanOrEqual(1.2 * hours * HOUR + 1)
        },
      ),
    )
    expect(nextUpdate(undefined, false, { ...usual, random: 0 }).due).toBe(now + 0.8 * 24 * HOUR)
    expect(nextUpdate(undefined, false, { ...usual, random: 1 }).due).toBe(now + 1.2 * 24 * HOUR)
  })
})

describe('the alarm at the start of the browser', () => {
  test.each([
    ['rings when it was due to ring', { due: now + 5 * HOUR, failures: 0 }, now + 5 * HOUR],
    [
      'rings soon where the time has passed, not at once',
      { due: now - 500 * HOUR, failures: 2 },
      now + HOUR / 4,
    ],
    ['is set anew where the clock was set', { due: now + 10_000 * HOUR, failures: 3 }, now + 24 * HOUR],
    ['is set where there was none', undefined, now + 24 * HOUR],
  ])('%s', (_what, schedule, due) => {
    expect(alarmTime(schedule, usual).due).toBe(due)
  })
})
