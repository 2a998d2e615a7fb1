import { fromHex } from '../hex.ts'
import type { VerifyScheme } from './verify-scheme.ts'

/** Ed25519 (RFC 8032): the public key and the signature as 32 and 64 bytes in hexadecimal. */
export const verifyEd25519: VerifyScheme = async (crypto, publicKey, signature, bytes) => {
  const [raw, sig] = [fromHex(publicKey), fromHex(signature)]
  if (raw?.length !== 32 || sig?.length !== 64) return false
  try {
    const key = await crypto.importKey('raw', raw, 'Ed25519', false, ['verify'])
    return await crypto.verify('Ed25519', key, sig, bytes)
  } catch {
    // 32 bytes that are no point of the curve.
    return false
  }
}
