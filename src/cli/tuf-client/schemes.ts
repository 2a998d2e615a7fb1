import { fromHex } from '../../bundle/hex.ts'
import type { VerifyScheme } from '../../bundle/tuf/verify-scheme.ts'

/** The other two signature schemes of the TUF specification. Bundles have none of them; only the adapter knows them. */

/** ECDSA over P-256 with SHA-256; the signature in DER, the key in PEM. */
export const verifyEcdsa: VerifyScheme = async (crypto, publicKey, signature, bytes) => {
  const sig = rawSignature(fromHex(signature))
  const spki = fromPem(publicKey)
  if (!sig || !spki) return false
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  try {
    const key = await crypto.importKey('spki', spki, algorithm, false, ['verify'])
    return await crypto.verify(algorithm, key, sig, bytes)
  } catch {
    return false
  }
}

/** RSA-PSS with SHA-256 and a salt of the hash's length; the key in PEM. */
export const verifyRsaPss: VerifyScheme = async (crypto, publicKey, signature, bytes) => {
  const [sig, spki] = [fromHex(signature), fromPem(publicKey)]
  if (!sig || !spki) return false
  try {
    const key = await crypto.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-256' }, false, ['verify'])
    return await crypto.verify({ name: 'RSA-PSS', saltLength: 32 }, key, sig, bytes)
  } catch {
    return false
  }
}

/** The bytes between the lines of a PEM public key; undefined where it is none. */
function fromPem(text: string): Uint8Array<ArrayBuffer> | undefined {
  const body = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(text)?.[1]
  return body === undefined ? undefined : new Uint8Array(Buffer.from(body, 'base64'))
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const COORDINATE = 32

/** WebCrypto wants the two numbers of a signature at full length, one after the other; DER wraps them (X.690). */
function rawSignature(der: Uint8Array | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (der?.[0] !== SEQUENCE || der[1] !== der.length - 2) return undefined
  const raw = new Uint8Array(2 * COORDINATE)
  let at = 2
  for (const end of [COORDINATE, 2 * COORDINATE]) {
    const length = der[at + 1] ?? 0
    const number = der.subarray(at + 2, at + 2 + length)
    if (der[at] !== INTEGER || length === 0 || number.length !== length) return undefined
    const digits = number.subarray(number[0] === 0 ? 1 : 0)
    if (digits.length > COORDINATE) return undefined
    raw.set(digits, end - digits.length)
    at += 2 + length
  }
  return at === der.length ? raw : undefined
}
