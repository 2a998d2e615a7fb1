import { verifyEd25519 } from './ed25519.ts'
import type { TopRole } from './metadata.ts'
import type { VerifyScheme } from './verify-scheme.ts'

/** What a client accepts beyond and below the TUF specification. */
export interface Profile {
  /** By `keytype/scheme`. A key of another scheme counts for nothing. */
  readonly schemes: ReadonlyMap<string, VerifyScheme>
  /** Hash algorithms that can be checked, by their names in metadata and in WebCrypto. */
  readonly hashes: ReadonlyMap<string, string>
  /**
   * Everything that TUF leaves optional is required: lengths and SHA-256 of every file, consistent
   * snapshots, key ids that are the hash of their key.
   */
  readonly strict: boolean
  /** Bytes of a metadata file where nothing else tells its length. */
  readonly caps: Readonly<Record<TopRole, number>>
  /** Roots that one refresh may walk through. */
  readonly maxRoots: number
  /** Delegated roles that one search may open. */
  readonly maxDelegations: number
}

const KIB = 1024

/** A root of a few keys has 3 KiB, a timestamp half a KiB; targets name 512 parts and 40 deltas in 150 KiB. */
const CAPS = { root: 64 * KIB, timestamp: 4 * KIB, snapshot: 16 * KIB, targets: 1024 * KIB } as const

/** The profile of the extension: Ed25519 and SHA-256, nothing optional. */
export const READER_PROFILE: Profile = {
  schemes: new Map([['ed25519/ed25519', verifyEd25519]]),
  hashes: new Map([['sha256', 'SHA-256']]),
  strict: true,
  caps: CAPS,
  maxRoots: 256,
  maxDelegations: 32,
}
