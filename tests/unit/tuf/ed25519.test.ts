import { beforeAll, describe, expect, test } from 'vitest'
import { toHex } from '../../../src/bundle/hex.ts'
import { verifyEd25519 } from '../../../src/bundle/tuf/ed25519.ts'

/** The order of the base point (RFC 8032, section 5.1). */
const L = 2n ** 252n + 27742317777372353535851937790883648493n

const MESSAGE = new TextEncoder().encode('what is signed')
const signed = { key: '', signature: '' }

beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  signed.key = toHex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  signed.signature = toHex(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, MESSAGE)))
})

const accepts = (key: string, signature: string, message = MESSAGE): Promise<boolean> =>
  verifyEd25519(crypto.subtle, key, signature, message)

/** The little-endian number in the second half of a signature, as `change` would have it. */
function withScalar(signature: string, change: (scalar: bigint) => bigint): string {
  const bytes = Buffer.from(signature.slice(64), 'hex').reverse()
  const next = change(BigInt(`0x${bytes.toString('hex')}`))
  const written = Buffer.from(next.toString(16).padStart(64, '0'), 'hex').reverse()
  return signature.slice(0, 64) + written.toString('hex')
}

/** A text of hexadecimal with one bit of it turned over. */
function flipped(hex: string, bit: number): string {
  const bytes = Buffer.from(hex, 'hex')
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes.toString('hex')
}

describe('a signature', () => {
  test('counts for its key and its message', async () => {
    expect(await accepts(signed.key, signed.signature)).toBe(true)
    expect(await accepts(signed.key, signed.signature, new TextEncoder().encode('something else'))).toBe(
      false,
    )
  })

  test('does not count with any one bit of it, or of the key, turned over', async () => {
    for (let bit = 0; bit < 512; bit += 1)
      expect([bit, await accepts(signed.key, flipped(signed.signature, bit))]).toEqual([bit, false])
    for (let bit = 0; bit < 256; bit += 1)
      expect([bit, await accepts(flipped(signed.key, bit), signed.signature)]).toEqual([bit, false])
  })

  const SPOILT: readonly [why: string, spoil: (signature: string) => string][] = [
    ['with the order added to its scalar, which is the same number', (s) => withScalar(s, (n) => n + L)],
    ['with a scalar of the order itself', (s) => withScalar(s, () => L)],
    ['with no scalar', (s) => withScalar(s, () => 0n)],
    ['with the largest scalar', (s) => withScalar(s, () => 2n ** 256n - 1n)],
    ['with a point that is none', (s) => 'ff'.repeat(32) + s.slice(64)],
    ['of zeros', () => '00'.repeat(64)],
    ['cut by a byte', (s) => s.slice(2)],
    ['with a byte more', (s) => `${s}00`],
    ['with half a byte more', (s) => `${s}0`],
    ['in capitals, which is another text', (s) => s.toUpperCase().replace(/^\d+$/, 'A'.repeat(128))],
    ['that is no hexadecimal', (s) => s.replace(/..$/, 'zz')],
    ['that is empty', () => ''],
  ]
  test.each(SPOILT)('%s does not count', async (_why, spoil) => {
    expect(await accepts(signed.key, spoil(signed.signature))).toBe(false)
  })

  test.each([
    ['empty', ''],
    ['short by a byte', 'ab'.repeat(31)],
    ['long by a byte', 'ab'.repeat(33)],
    ['no point of the curve', `${'ff'.repeat(31)}7f`],
    ['the same with the other sign', 'ff'.repeat(32)],
  ])('does not count for a key that is %s', async (_why, key) => {
    expect(await accepts(key, signed.signature)).toBe(false)
  })
})
