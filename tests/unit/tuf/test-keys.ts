import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { importSigningKey, type SigningKey } from '../../../src/cli/bundle/signing-key.ts'

/** PKCS #8 of an Ed25519 seed: a fixed head and the 32 bytes (RFC 8410). */
const HEAD = Buffer.from(['302e0201003005', '06032b657004220420'].join(''), 'hex')
const keys = new Map<string, Promise<SigningKey>>()

/** A key that a name always gives anew: repositories of tests have the same bytes in every run. */
export function namedKey(name: string): Promise<SigningKey> {
  const known = keys.get(name)
  if (known) return known
  const pkcs8 = Buffer.concat([HEAD, createHash('sha256').update(`test key ${name}`).digest()])
  const publicKey = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
  const key = importSigningKey(new Uint8Array(pkcs8), raw)
  keys.set(name, key)
  return key
}
