import type { BundleId } from './ids.ts'
import type { SyncError } from './sync-error.ts'

/** How one update of one subscription ended. */
export type SyncOutcome =
  | {
      readonly outcome: 'updated'
      readonly bundle: BundleId
      readonly generation: number
      /** Entities that the new generation has and the old one had not, and so on. */
      readonly added: number
      readonly changed: number
      readonly removed: number
    }
  | { readonly outcome: 'current'; readonly bundle: BundleId; readonly generation: number }
  | ({ readonly outcome: 'failed' } & SyncError)

/** An update that has ended; `at` is an ISO 8601 instant (UTC). */
export interface SyncRun {
  readonly at: string
  readonly outcome: SyncOutcome
}

/** Where an update of one subscription stands. `last` is the run that ended before this one. */
export type SyncState = { readonly last?: SyncRun } & (
  | { readonly phase: 'idle' }
  /** Asking the host what it has. */
  | { readonly phase: 'checking' }
  /** Fetching, verifying and writing parts beside what is shown; bytes as sent. */
  | {
      readonly phase: 'fetching'
      readonly generation: number
      readonly received: number
      readonly total: number
    }
  /** Everything is written; the whole is checked, and shown at once. */
  | { readonly phase: 'installing'; readonly generation: number; readonly records: number }
)

/** A bundle that the reader subscribed to. */
export interface Subscription {
  /** The link with the pinned root: the subscription's identity. */
  readonly link: string
  /** The bundle's base address; ends in a slash. */
  readonly base: string
  /** The identity of the bundle: SHA-256 of its first root, in hexadecimal. */
  readonly rootDigest: string
  /** The bundle's id, known from the first update on. */
  readonly bundle?: BundleId
  /** The link did not pin the root: what the host offered first was believed, and is pinned since. */
  readonly firstUse?: true
  /** It may take the place of the packaged bundle: decided by who adds the subscription, never by the bundle. */
  readonly updatesPackaged?: boolean
  /** The reader's order, smaller first. */
  readonly order: number
}
