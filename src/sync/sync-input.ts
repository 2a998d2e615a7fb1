import type { ReaderCrypto } from '../bundle/crypto.ts'
import type { Follower } from '../bundle/follower.ts'
import type { Manifest } from '../bundle/manifest.ts'
import type { Floor } from '../bundle/tuf/stored-metadata.ts'
import type { Subscription } from '../model/sync-state.ts'
import type { BundleStore } from '../storage/bundle-store.ts'
import type { Timeouts } from './deadline.ts'
import type { Fetch } from './http-files.ts'
import type { SyncEvent } from './sync-event.ts'

/** All that one update works with; nothing is taken from the surroundings. */
export interface SyncInput {
  readonly subscription: Subscription
  readonly store: BundleStore
  readonly fetch: Fetch
  readonly crypto: ReaderCrypto
  /** Milliseconds since 1970 (UTC). */
  readonly clock: { now(): number }
  /** Aborting ends the update at the next step; then nothing has changed. */
  readonly signal: AbortSignal
  readonly onEvent: (event: SyncEvent) => void
  readonly timeouts?: Timeouts
  /** Bytes that the disk still grants; undefined where the browser does not tell. */
  readonly free?: () => Promise<number | undefined>
  /** Whoever wants the records of a whole generation as they come; undefined where nobody does. */
  readonly follow?: (manifest: Manifest) => Promise<Follower | undefined>
  /** The counters of a subscription that a second place remembers. */
  readonly floor?: (link: string) => Promise<Floor | undefined>
}
