import type { TopRole } from './metadata.ts'

/** Version numbers that may only rise. */
export type Versions = Readonly<Record<TopRole, number>>

/**
 * What a client keeps between refreshes, as plain data that survives structured clone. The caller persists it
 * whenever a refresh gives another one, also when the refresh failed: what was accepted on the way stays accepted.
 */
export interface StoredMetadata {
  /** SHA-256 of the canonical `signed` of version 1 of the root, in hexadecimal: the identity of the bundle. */
  readonly rootDigest: string
  /**
   * The version of the root since which the timestamp and snapshot keys are in force. A root that takes one of them
   * away begins a new epoch, in which counting starts anew: versions and generations compare within one epoch only.
   */
  readonly epoch: number
  /** The files as they came, byte for byte; `root` is the newest trusted one. */
  readonly root: Uint8Array<ArrayBuffer>
  readonly timestamp?: Uint8Array<ArrayBuffer>
  readonly snapshot?: Uint8Array<ArrayBuffer>
  readonly targets?: Uint8Array<ArrayBuffer>
  /** Delegated targets metadata by role; bundles have none. */
  readonly delegated?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /**
   * Counters from a second place, for a client whose files were lost: nothing below them is accepted within `epoch`
   * of their own.
   */
  readonly floor?: Floor
}

/** The counters that outlive the files: a client that lost everything else does not go back behind them. */
export interface Floor {
  readonly epoch: number
  readonly versions: Versions
}

/** How a client that has nothing yet comes to its first root. */
export type FirstTrust =
  /** The digest of version 1 of the root, from a subscription link. */
  | { readonly kind: 'pinned'; readonly rootDigest: string }
  /** Whatever the host offers first; the reader is shown the digest. */
  | { readonly kind: 'first-use' }
