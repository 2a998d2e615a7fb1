import type { Manifest } from '../bundle/manifest.ts'
import type { Floor, StoredMetadata } from '../bundle/tuf/stored-metadata.ts'
import type { BundleChanges } from '../model/bundle-entry.ts'
import type { Confirmation } from '../model/freshness.ts'
import type { BundleId, EntityId } from '../model/ids.ts'
import type { SyncState } from '../model/sync-state.ts'

/** How far a generation is written; saved in the transaction that writes what it counts. */
export interface StagingProgress {
  /** Names exactly what is written: only the same may be taken up again. */
  readonly plan: string
  /** Whole parts, and the chunks and records that they became. */
  readonly parts: number
  readonly chunks: number
  readonly records: number
}

/** One attempt to write a generation. Its number is never used again, so attempts cannot mix. */
export interface InstallRow {
  readonly install?: number
  readonly bundle: BundleId
  readonly generation: number
  /** `staging`: being written, or left by a kill; `current`: shown; `old`: waits to be collected. */
  readonly state: 'staging' | 'current' | 'old'
  readonly progress?: StagingProgress
}

/** Records of one install that a generation shows: all of them, but for ids that a later layer has. */
export interface Layer {
  readonly install: number
  readonly chunks: number
  /** Records and, in a layer of changes, removals. */
  readonly records: number
}

/** A manifest as it was when it was installed: before version 2 there was no digest. */
type StoredManifest = Omit<Manifest, 'state'> & Partial<Pick<Manifest, 'state'>>

/** The pointer: what a bundle shows. One row for each bundle; changing it is what makes a generation visible. */
export interface BundleRow {
  readonly bundle: BundleId
  readonly generation: number
  /** A whole generation, then, where there is one, what has changed since. */
  readonly layers: readonly Layer[]
  readonly manifest: StoredManifest
  /** The digest of its records; absent for a bundle that was installed before there were digests. */
  readonly stateRoot?: string
  /** Generations count anew in a higher epoch (TUF's recovery from stolen keys). */
  readonly epoch?: number
  /** Who may replace it: the bundle's identity in hexadecimal, or `packaged`. */
  readonly family: string
  readonly origin: 'packaged' | 'synced'
  readonly installedAt: string
  readonly order: number
  /** When its publisher last said that this is the newest; absent for a bundle that nobody updates. */
  readonly confirmed?: Confirmation
  /** The link of the bundle that goes on where this one ends, where the publisher has signed that. */
  readonly successor?: string
  /** Absent for a bundle in use: one that is switched off is kept and not read. */
  readonly off?: true
}

/** Where an id of an install lies: the first id of every chunk, in order. Never changed once it is shown. */
export interface DirectoryRow {
  readonly install: number
  readonly firstIds: readonly EntityId[]
}

/** The state digest of what a bundle shows: the hashes of all buckets, 32 bytes each. Absent before version 2. */
export interface DigestRow {
  readonly install: number
  readonly hashes: Uint8Array
  /** How many buckets lie in a row, each row beginning at a multiple of it; absent: one, as in every layer of changes. */
  readonly together?: number
}

/**
 * Buckets of the digest as they are in a layer: one, or several after another, of which `index` is the first. Absent
 * there, a bucket is as in the layer below, or empty.
 */
export interface BucketRow {
  readonly install: number
  readonly index: number
  readonly bytes: Uint8Array
}

/** Records in ascending order of their ids, as the lines that were hashed; an empty line removes the id. */
export interface ChunkRow {
  readonly install: number
  readonly number: number
  readonly ids: readonly EntityId[]
  readonly lines: readonly string[]
}

/** The signed metadata of a subscription that was accepted last, and its counters. */
export interface TrustRow {
  readonly link: string
  readonly metadata: StoredMetadata
  /** Absent until a first refresh has come to its end. */
  readonly floor?: Floor
}

/** Who may write: the token grows with every holder, and each transaction of a holder checks its own. */
export interface LeaseRow {
  readonly name: string
  readonly token: number
}

/** Where the updates of a subscription stand. */
export interface SyncStateRow {
  readonly link: string
  readonly state: SyncState
}

/** An index as it was encoded, for one set of generations; a large one as a blob, which lies in a file of its own. */
export interface IndexRow {
  readonly key: string
  readonly buffer: ArrayBuffer | Blob
}

/** What the last update of a bundle changed, for the reader to look at. */
export interface ChangesRow extends BundleChanges {
  readonly bundle: BundleId
}
