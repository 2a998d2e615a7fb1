import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blobOfPieces, piecesOf } from '../../../src/storage/blob-of-pieces.ts'

const MEGA = 1024 * 1024
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** Pieces that are gone as soon as the next is asked for. */
function* fleeting(lengths: readonly number[]): Generator<Uint8Array<ArrayBuffer>> {
  for (const [index, length] of lengths.entries()) {
    const piece = new Uint8Array(length).fill(index + 1)
    yield piece
    piece.fill(0xee)
  }
}

test('a blob holds all pieces in their order, though none of them lasts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 * MEGA }), { maxLength: 6 }), async (lengths) => {
      let pauses = 0
      const blob = await blobOfPieces(fleeting(lengths), async () => {
        pauses += 1
      })
      const expected = lengths.flatMap((length, index) => (length === 0 ? [] : [{ index, length }]))
      const bytes = await bytesOf(blob)
      expect(bytes.length).toBe(lengths.reduce((sum, length) => sum + length, 0))
      let at = 0
      for (const { index, length } of expected) {
        expect([bytes[at], bytes[at + length - 1]]).toEqual([index + 1, index + 1])
        at += length
      }
      expect(pauses).toBe(
        lengths.filter((length) => length === 0).length + Math.floor(bytes.length / (4 * MEGA)),
      )
    }),
    { numRuns: 30 },
  )
})

test('a buffer comes back whole, whatever its length', async () => {
  for (const length of [0, 1, 4 * MEGA, 4 * MEGA + 1, 9 * MEGA]) {
    const buffer = new Uint8Array(length).map((_, index) => index % 251).buffer
    const bytes = await bytesOf(await blobOfPieces(piecesOf(buffer), async () => undefined))
    expect(Buffer.from(bytes).equals(Buffer.from(buffer))).toBe(true)
  }
})
