import type { Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { toHex } from '../hex.ts'
import type { Verifier } from './threshold.ts'

/** What a parent says of a file. */
export interface ExpectedFile {
  readonly length?: number
  readonly hashes?: Readonly<Record<string, string>>
}

/**
 * The refusal of bytes that are not those which the parent names; undefined where they are. Every hash whose algorithm
 * is known must fit, and where hashes are given one must be known.
 */
export async function wrongFile(
  { crypto, profile }: Verifier,
  bytes: Uint8Array<ArrayBuffer>,
  { length, hashes }: ExpectedFile,
  where: string,
): Promise<Result<never, BundleError> | undefined> {
  if (length !== undefined && bytes.length !== length)
    return refuse('wrong-length', where, `${bytes.length} bytes, not ${length}`)
  if (hashes === undefined) return undefined
  const known = Object.entries(hashes).filter(([name]) => profile.hashes.has(name))
  if (known.length === 0)
    return refuse('wrong-hash', where, `no known one of ${Object.keys(hashes).join(', ')}`)
  for (const [name, expected] of known) {
    const digest = await crypto.digest(profile.hashes.get(name) ?? name, bytes)
    const found = toHex(new Uint8Array(digest))
    if (found !== expected) return refuse('wrong-hash', where, `its ${name} is ${found}`)
  }
  return undefined
}

/** What the shipped profile asks of every description of a file that TUF leaves optional. */
export function vagueFile(
  { profile }: Verifier,
  { length, hashes }: ExpectedFile,
  where: string,
): Result<never, BundleError> | undefined {
  if (!profile.strict || (length !== undefined && hashes && Object.hasOwn(hashes, 'sha256'))) return undefined
  return refuse('wrong-shape', where, 'its parent gives no length and SHA-256 for it')
}
