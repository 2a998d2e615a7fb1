import type { ReaderCrypto } from '../crypto.ts'
import { toHex } from '../hex.ts'
import type { DelegatedRole, SuccinctRoles } from './metadata.ts'

/**
 * Whether a target's path matches a pattern of TUF: `*` stands for any characters of one segment, `?` for one of
 * them; neither for a slash. Written as a loop over two positions, so that no pattern takes more than the product of
 * the two lengths.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  let [at, expected, star, resume] = [0, 0, -1, 0]
  while (at < path.length) {
    const sign = pattern[expected]
    if (sign === '*') [star, resume, expected] = [expected, at, expected + 1]
    else if (sign !== undefined && (sign === path[at] || (sign === '?' && path[at] !== '/'))) {
      at += 1
      expected += 1
    } else if (star >= 0 && path[resume] !== '/') {
      resume += 1
      ;[at, expected] = [resume, star + 1]
    } else return false
  }
  while (pattern[expected] === '*') expected += 1
  return expected === pattern.length
}

/** SHA-256 of a target's path, in hexadecimal: what hash bins go by. */
export const pathHash = async (crypto: ReaderCrypto, path: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.digest('SHA-256', new TextEncoder().encode(path))))

/** Whether a delegated role may sign a target. */
export const covers = (role: DelegatedRole, path: string, hash: string): boolean =>
  role.paths?.some((pattern) => matchesPattern(path, pattern)) ??
  role.path_hash_prefixes?.some((prefix) => hash.startsWith(prefix)) ??
  false

/** The name of the hash bin of a target. */
export function binOf({ bit_length: bits, name_prefix: prefix }: SuccinctRoles, hash: string): string {
  const bin = Math.floor(Number.parseInt(hash.slice(0, 8), 16) / 2 ** (32 - bits))
  return `${prefix}-${bin.toString(16).padStart(Math.ceil(bits / 4), '0')}`
}
