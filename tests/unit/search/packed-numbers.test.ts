import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedNumbers, packedPieces, READ_BEHIND, widthFor } from '../../../src/search/packed-numbers.ts'

const number = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 70_000 }),
  fc.integer({ min: 0, max: 0xffff_ffff }),
)

test('numbers are read as they were written, in as few bytes as the largest needs', () => {
  fc.assert(
    fc.property(fc.array(number), fc.integer({ min: 0, max: 7 }), (numbers, from) => {
      const width = widthFor(Math.max(0, ...numbers))
      const pieces = [...packedPieces(numbers.length, width, (index) => numbers[index] as number)]
      const bytes = Buffer.concat(pieces)
      const buffer = new Uint8Array(from + bytes.length + READ_BEHIND)
      buffer.set(bytes, from)
      const packed = new PackedNumbers(buffer.buffer, from, bytes.length, width)
      expect(packed).toHaveLength(numbers.length)
      expect(numbers.map((_, index) => packed.at(index))).toEqual(numbers)
      expect(numbers.every((each) => each < 256 ** width)).toBe(true)
    }),
  )
})

test.each([
  [0, 1],
  [255, 1],
  [256, 2],
  [65_535, 2],
  [65_536, 3],
  [16_777_215, 3],
  [16_777_216, 4],
  [4_294_967_295, 4],
])('%i has %i bytes', (most, width) => {
  expect(widthFor(most)).toBe(width)
})
