import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { middleOf, moved, zoomed } from '../../../src/ui/timeline/time-view.ts'

const whole = { first: 0, last: 10_000 }

describe('what is seen of a timeline', () => {
  test.each([
    ['half as much, around its middle', zoomed({ first: 2000, last: 4000 }, 0.5, 3000, whole), [2500, 3500]],
    [
      'around a day that stays where it is',
      zoomed({ first: 2000, last: 4000 }, 0.5, 2000, whole),
      [2000, 3000],
    ],
    ['twice as much', zoomed({ first: 2000, last: 4000 }, 2, 3000, whole), [1000, 5000]],
    ['not beyond the beginning', zoomed({ first: 500, last: 2500 }, 2, 1500, whole), [0, 4000]],
    ['never more than the whole', zoomed({ first: 2000, last: 9000 }, 2, 5000, whole), [0, 10_000]],
    ['never less than two months', zoomed({ first: 2000, last: 2080 }, 0.5, 2040, whole), [2010, 2070]],
    ['a share further on', moved({ first: 2000, last: 4000 }, 0.25, whole), [2500, 4500]],
    ['not beyond the end', moved({ first: 7000, last: 9500 }, 0.5, whole), [7500, 10_000]],
    ['all of it, which cannot be moved', moved(whole, 0.3, whole), [0, 10_000]],
  ])('is %s', (_what, { first, last }, expected) => {
    expect([first, last]).toEqual(expected)
  })

  test('lies within the whole and keeps its length when moved, whatever is done to it', () => {
    const view = fc
      .tuple(fc.integer({ min: 0, max: 9900 }), fc.integer({ min: 60, max: 10_000 }))
      .map(([first, length]) => ({ first, last: Math.min(whole.last, first + length) }))
      .filter(({ first, last }) => last - first >= 60)
    fc.assert(
      fc.property(view, fc.double({ min: -3, max: 3, noNaN: true }), (seen, share) => {
        const after = moved(seen, share, whole)
        expect(after.first).toBeGreaterThanOrEqual(whole.first)
        expect(after.last).toBeLessThanOrEqual(whole.last + 1e-6)
        expect(after.last - after.first).toBeCloseTo(seen.last - seen.first)
      }),
    )
    fc.assert(
      fc.property(view, fc.double({ min: 0.01, max: 100, noNaN: true }), (seen, factor) => {
        const after = zoomed(seen, factor, middleOf(seen), whole)
        expect(after.first).toBeGreaterThanOrEqual(whole.first)
        expect(after.last).toBeLessThanOrEqual(whole.last + 1e-6)
        expect(after.last - after.first).toBeGreaterThanOrEqual(60 - 1e-6)
      }),
    )
  })
})
