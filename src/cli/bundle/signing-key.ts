import { canonicalBytes } from '../../bundle/crypto.ts'
import { toHex } from '../../bundle/hex.ts'
import { keyIdOf, type PublicKey } from '../../bundle/public-key.ts'
import type { Json } from '../../bundle/strict-json.ts'

/** A signature in hexadecimal over the canonical JSON of what is signed. */
export interface Signature {
  readonly keyid: string
  readonly sig: string
}

/** A private key that signs bundles, held by the publisher only. */
export interface SigningKey {
  readonly publicKey: PublicKey
  readonly keyId: string
  readonly privateKey: CryptoKey
}

const { subtle } = crypto

/** A new Ed25519 key. */
export async function generateSigningKey(): Promise<SigningKey> {
  const pair = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const raw = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  return keyOf(pair.privateKey, toHex(raw))
}

/** The private key as PKCS #8 bytes. */
export const exportPrivateKey = async (key: SigningKey): Promise<Uint8Array> =>
  new Uint8Array(await subtle.exportKey('pkcs8', key.privateKey))

/** A key from its PKCS #8 bytes and its public half in hexadecimal. Throws where the bytes are no such key. */
export async function importSigningKey(
  pkcs8: Uint8Array<ArrayBuffer>,
  publicHex: string,
): Promise<SigningKey> {
  return keyOf(await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']), publicHex)
}

async function keyOf(privateKey: CryptoKey, publicHex: string): Promise<SigningKey> {
  const publicKey: PublicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } }
  return { publicKey, keyId: await keyIdOf(subtle, publicKey), privateKey }
}

/** A signature over the canonical JSON of a value. */
export async function sign(key: SigningKey, signed: Json): Promise<Signature> {
  const sig = new Uint8Array(await subtle.sign('Ed25519', key.privateKey, canonicalBytes(signed)))
  return { keyid: key.keyId, sig: toHex(sig) }
}
