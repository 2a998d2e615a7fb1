import * as v from 'valibot'
import { canonicalBytes, type ReaderCrypto, sha256 } from './crypto.ts'
import { fromBase64Url, fromHex, toBase64Url, toHex } from './hex.ts'
import { verifyEd25519 } from './tuf/ed25519.ts'

/** A public key as TUF writes it: Ed25519 only, 32 bytes in hexadecimal. */
export const publicKeySchema = v.strictObject({
  keytype: v.literal('ed25519'),
  scheme: v.literal('ed25519'),
  keyval: v.strictObject({ public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
})
export type PublicKey = v.InferOutput<typeof publicKeySchema>

/** The id of a key: SHA-256 of its canonical JSON, in hexadecimal; what a signature names and a subscription pins. */
export const keyIdOf = (crypto: ReaderCrypto, key: PublicKey): Promise<string> =>
  sha256(crypto, canonicalBytes(key))

/** A key id as it stands in a subscription link: base64url of the same bytes. */
export const fingerprintOf = (keyId: string): string => toBase64Url(fromHex(keyId) ?? new Uint8Array())

/** The key id of a fingerprint; undefined where the text is no SHA-256 in base64url. */
export function keyIdOfFingerprint(fingerprint: string): string | undefined {
  const bytes = fromBase64Url(fingerprint)
  return bytes?.length === 32 ? toHex(bytes) : undefined
}

/** Whether a signature (hexadecimal) over bytes was made with a key. */
export const verifySignature = (
  crypto: ReaderCrypto,
  key: PublicKey,
  signature: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> => verifyEd25519(crypto, key.keyval.public, signature, bytes)
