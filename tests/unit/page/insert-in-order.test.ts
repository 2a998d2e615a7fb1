import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertInOrder } from '../../../src/page/insert-in-order.ts'

const byNumber = (a: number, b: number): number => a - b

test('the list stays sorted and keeps everything', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (before, items) => {
      const sorted = [...before].sort(byNumber)
      insertInOrder(sorted, items, byNumber)
      expect(sorted).toEqual([...before, ...items].sort(byNumber))
    }),
  )
})

test('items in order cost one comparison each', () => {
  let comparisons = 0
  const sorted: number[] = []
  insertInOrder(sorted, [1, 2, 3, 4, 5, 6, 7, 8], (a, b) => {
    comparisons++
    return a - b
  })
  expect(sorted).toHaveLength(8)
  expect(comparisons).toBe(7)
})
