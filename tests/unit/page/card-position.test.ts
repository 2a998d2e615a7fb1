import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionCard } from '../../../src/page/card-position.ts'

const VIEWPORT = { width: 1000, height: 800 }
const CARD = { width: 300, height: 200 }
const mark = (left: number, top: number): { left: number; top: number; width: number; height: number } => ({
  left,
  top,
  width: 100,
  height: 20,
})

describe('a card', () => {
  test.each([
    ['goes below its mark and begins with it', mark(100, 100), 'ltr', { left: 100, top: 126, side: 'below' }],
    ['from right to left it ends with it', mark(500, 100), 'rtl', { left: 300, top: 126, side: 'below' }],
    [
      'goes above where there is no room below',
      mark(100, 700),
      'ltr',
      { left: 100, top: 494, side: 'above' },
    ],
    ['stays within the right edge', mark(950, 100), 'ltr', { left: 692, top: 126, side: 'below' }],
    ['stays within the left edge', mark(0, 100), 'rtl', { left: 8, top: 126, side: 'below' }],
  ] as const)('%s', (_reason, box, direction, position) => {
    expect(positionCard(box, CARD, VIEWPORT, direction)).toEqual(position)
  })

  test('stays where there is more room, if there is enough nowhere', () => {
    const tall = { width: 300, height: 790 }
    expect(positionCard(mark(100, 100), tall, VIEWPORT, 'ltr')).toMatchObject({ side: 'below', top: 8 })
    expect(positionCard(mark(100, 700), tall, VIEWPORT, 'ltr')).toMatchObject({ side: 'above', top: 8 })
  })

  test('is within the window wherever its mark is, and does not cover it where there is room', () => {
    const size = fc.integer({ min: 1, max: 300 })
    const box = fc.record({
      left: fc.integer({ min: -500, max: 1500 }),
      top: fc.integer({ min: -500, max: 1500 }),
      width: size,
      height: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(box, size, size, fc.constantFrom('ltr', 'rtl'), (each, width, height, direction) => {
        const { left, top } = positionCard(each, { width, height }, VIEWPORT, direction)
        expect(left >= 0 && left + width <= VIEWPORT.width).toBe(true)
        expect(top >= 0 && top + height <= VIEWPORT.height).toBe(true)
        if (each.top < 0 || each.top > VIEWPORT.height) return
        expect(top >= each.top + each.height || top + height <= each.top).toBe(true)
      }),
    )
  })
})
