import type { ReaderCrypto } from '../bundle/crypto.ts'
import type { BundleManifest } from '../bundle/manifest.ts'
import type { ReadFile } from '../bundle/read-bundle.ts'
import { readTrustedManifest } from '../bundle/read-trusted-manifest.ts'
import { READER_PROFILE } from '../bundle/tuf/profile.ts'
import { refresh, type TrustedMetadata, versionsOf } from '../bundle/tuf/refresh.ts'
import type { Session } from '../bundle/tuf/session.ts'
import type { FirstTrust, Floor, StoredMetadata } from '../bundle/tuf/stored-metadata.ts'
import { firstRoot } from '../bundle/tuf/update-root.ts'
import { ok, type Result } from '../model/result.ts'
import type { SyncError } from '../model/sync-error.ts'

/** What a host offers, signed: metadata that was verified up to the targets. */
export interface Offer {
  readonly session: Session<SyncError>
  readonly trusted: TrustedMetadata
  /** The metadata as it is kept, and its counters. */
  readonly accepted: { readonly metadata: StoredMetadata; readonly floor: Floor }
}

/** Where the accepted metadata is kept; without it, as for a look before subscribing, nothing is. */
export interface TrustKeeper {
  load(): Promise<StoredMetadata | undefined>
  save(metadata: StoredMetadata, floor: Floor | undefined): Promise<unknown>
  /** The counters that a second place remembers. */
  floor(): Promise<Floor | undefined>
}

/** What reading an offer works with. */
export interface OfferInput {
  readonly readFile: ReadFile<SyncError>
  readonly crypto: ReaderCrypto
  /** Milliseconds since 1970 (UTC): fixed for the whole update. */
  readonly now: number
  readonly trust: FirstTrust
  readonly keeper?: TrustKeeper
}

/**
 * Asks a host for its newest metadata. Whatever is accepted on the way is kept, also where the rest is refused:
 * what was once believed is never gone back behind.
 */
export async function readOffer(input: OfferInput): Promise<Result<Offer, SyncError>> {
  const { readFile, crypto, now, trust, keeper } = input
  const session: Session<SyncError> = { readFile, crypto, now, profile: READER_PROFILE }
  const kept = await keeper?.load()
  const start = kept ? ok(kept) : await firstRoot(session, trust)
  if (!start.ok) return start
  const floor = await keeper?.floor()
  const { stored, outcome } = await refresh(session, { ...start.value, ...(floor && { floor }) })
  const counters = outcome.ok
    ? { epoch: outcome.value.epoch, versions: versionsOf(outcome.value) }
    : undefined
  if (stored !== kept) await keeper?.save(stored, counters)
  if (!outcome.ok || !counters) return outcome as Result<never, SyncError>
  return ok({ session, trusted: outcome.value, accepted: { metadata: stored, floor: counters } })
}

/** The manifest that an offer signs. */
export const manifestOf = ({ session, trusted }: Offer): Promise<Result<BundleManifest, SyncError>> =>
  readTrustedManifest(session, trusted)
