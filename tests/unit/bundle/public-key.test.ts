import { describe, expect, test } from 'vitest'
import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import { fromBase64Url, fromHex } from '../../../src/bundle/hex.ts'
import {
  fingerprintOf,
  keyIdOf,
  keyIdOfFingerprint,
  type PublicKey,
  verifySignature,
} from '../../../src/bundle/public-key.ts'

/** RFC 8032, section 7.1, test 2: the message is the one byte 72. */
const KEY: PublicKey = {
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c' },
}
const MESSAGE = Uint8Array.of(0x72)
const SIGNATURE =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
  '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
const { subtle } = crypto

describe('keys and signatures', () => {
  test('the test vector of the standard', async () => {
    expect(await verifySignature(subtle, KEY, SIGNATURE, MESSAGE)).toBe(true)
  })

  test.each([
    ['another message', SIGNATURE, Uint8Array.of(0x73)],
    ['a flipped bit', `8${SIGNATURE.slice(1)}`, MESSAGE],
    ['half a signature', SIGNATURE.slice(0, 64), MESSAGE],
    ['no signature', '', MESSAGE],
    ['a signature that is no hexadecimal', 'x'.repeat(128), MESSAGE],
  ])('refuses %s', async (_what, signature, message) => {
    expect(await verifySignature(subtle, KEY, signature, message)).toBe(false)
  })

  test('a key that is no point of the curve verifies nothing', async () => {
    const offCurve = { ...KEY, keyval: { public: `02${'00'.repeat(31)}` } }
    expect(await verifySignature(subtle, offCurve, SIGNATURE, MESSAGE)).toBe(false)
  })

  test('what is hashed and signed is canonical JSON: keys sorted, no space', async () => {
    const text = new TextDecoder().decode(canonicalBytes(KEY))
    expect(text).toBe(`{"keytype":"ed25519","keyval":{"public":"${KEY.keyval.public}"},"scheme":"ed25519"}`)
  })

  test('a key id and its fingerprint are the same 32 bytes', async () => {
    const keyId = await keyIdOf(subtle, KEY)
    const fingerprint = fingerprintOf(keyId)
    expect(fingerprint).toHaveLength(43)
    expect(fromBase64Url(fingerprint)).toEqual(fromHex(keyId))
    expect(keyIdOfFingerprint(fingerprint)).toBe(keyId)
  })

  test.each([
    ['empty', ''],
    ['too short', 'AAAA'],
    ['padding', `${'A'.repeat(43)}=`],
    ['the letters of plain base64', `${'A'.repeat(41)}+/`],
    ['last bits that say nothing and are not zero', `${'A'.repeat(42)}B`],
  ])('no fingerprint: %s', (_what, text) => {
    expect(keyIdOfFingerprint(text)).toBeUndefined()
  })
})
