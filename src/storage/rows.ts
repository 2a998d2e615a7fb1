import type { Manifest } from '../bundle/manifest.ts'
import type { BundleId, EntityId } from '../model/ids.ts'
import type { SyncState } from '../model/sync-state.ts'

/** One attempt to write a generation. Its number is never used again, so attempts cannot mix. */
export interface InstallRow {
  readonly install?: number
  readonly bundle: BundleId
  readonly generation: number
  /** `staging`: being written, or left by a kill; `current`: shown; `old`: waits to be collected. */
  readonly state: 'staging' | 'current' | 'old'
}

/** The pointer: what a bundle shows. One row for each bundle; changing it is what makes a generation visible. */
export interface BundleRow {
  readonly bundle: BundleId
  readonly install: number
  readonly generation: number
  readonly manifest: Manifest
  /** Who may replace it: the key in hexadecimal, or `packaged`. */
  readonly family: string
  readonly origin: 'packaged' | 'synced'
  readonly installedAt: string
  readonly order: number
  /** The first id of every chunk, in order: where to look for an id. */
  readonly firstIds: readonly EntityId[]
}

/** Records in ascending order of their ids, as the lines that were hashed. */
export interface ChunkRow {
  readonly install: number
  readonly number: number
  readonly ids: readonly EntityId[]
  readonly lines: readonly string[]
}

/** Where the updates of a subscription stand. */
export interface SyncStateRow {
  readonly link: string
  readonly state: SyncState
}

/** A matcher's index as it was encoded, for one set of generations. */
export interface IndexRow {
  readonly key: string
  readonly buffer: ArrayBuffer
}
