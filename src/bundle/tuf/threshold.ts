import type { Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { canonicalBytes, type ReaderCrypto, sha256 } from '../crypto.ts'
import type { Json } from '../strict-json.ts'
import type { Key, Metadata, Role } from './metadata.ts'
import type { Profile } from './profile.ts'

/** Keys and who of them must sign: of a root, or of a delegating targets role. */
export interface Signers {
  readonly keys: Readonly<Record<string, Key>>
  readonly role: Role
}

/** What a check of signatures needs beside the metadata. */
export interface Verifier {
  readonly crypto: ReaderCrypto
  readonly profile: Profile
}

/**
 * The refusal of metadata that fewer than the threshold of its role's keys signed; undefined where enough did. A key
 * counts once, whatever stands in its place; a signature that cannot be read counts for nothing.
 */
export async function distrust(
  verifier: Verifier,
  metadata: Metadata<unknown>,
  { keys, role }: Signers,
  where: string,
): Promise<Result<never, BundleError> | undefined> {
  const signed = canonicalBytes(metadata.raw)
  const counted = new Set<string>()
  for (const { keyid, sig } of metadata.signatures) {
    const key = role.keyids.includes(keyid) && Object.hasOwn(keys, keyid) ? keys[keyid] : undefined
    if (!key || !(await signs(verifier, keyid, key, sig, signed))) continue
    // Two ids of one key are one signer.
    counted.add(`${key.keytype}/${key.scheme}/${key.keyval.public}`)
    if (counted.size >= role.threshold) return undefined
  }
  return refuse('bad-signature', where, `${counted.size} of ${role.threshold} signatures that count`)
}

async function signs(
  { crypto, profile }: Verifier,
  keyid: string,
  key: Key,
  sig: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const verify = profile.schemes.get(`${key.keytype}/${key.scheme}`)
  if (!verify) return false
  if (profile.strict && keyid !== (await sha256(crypto, canonicalBytes(key as unknown as Json)))) return false
  return verify(crypto, key.keyval.public, sig, signed)
}
