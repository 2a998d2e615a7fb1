import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Into, sha256Of } from '../../../src/bundle/sha256.ts'

const byOpenSsl = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('SHA-256 is that of OpenSSL', () => {
  test('at every length around the ends of blocks', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, at) => (at * 131 + 7) & 0xff)
    for (let length = 0; length <= bytes.length; length += 1)
      expect(hex(sha256Of(bytes.subarray(0, length)))).toBe(byOpenSsl(bytes.subarray(0, length)))
  })

  test('of any bytes, wherever they lie in a buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.nat({ max: 70 }), (bytes, offset) => {
        const within = new Uint8Array(bytes.length + 2 * offset).fill(0xff)
        within.set(bytes, offset)
        expect(hex(sha256Of(within.subarray(offset, offset + bytes.length)))).toBe(byOpenSsl(bytes))
      }),
      { numRuns: 300 },
    )
  })

  test('of some megabytes', () => {
    const bytes = new Uint8Array(3_000_001).fill(0xa5)
    expect(hex(sha256Of(bytes))).toBe(byOpenSsl(bytes))
  })

  test('written among other bytes, of some bytes alone, and without a trace of the hash before', () => {
    const target = new Uint8Array(40)
    sha256Into(Buffer.from('a'.repeat(200)), target, 0)
    sha256Into(Buffer.from('xabcdef'), target, 4, 1, 4)
    expect(hex(target.subarray(4, 36))).toBe(byOpenSsl(Buffer.from('abc')))
    expect([...target.subarray(36)]).toEqual([0, 0, 0, 0])
  })
})
