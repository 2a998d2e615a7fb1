import type { ReaderCrypto } from '../bundle/crypto.ts'
import { familyOf } from '../bundle/family.ts'
import { MANIFEST_FILE, type Manifest } from '../bundle/manifest.ts'
import type { Trust } from '../bundle/open-manifest.ts'
import { readManifestFile } from '../bundle/read-bundle.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { SyncError, SyncErrorCode } from '../model/sync-error.ts'
import type { Subscription, SyncOutcome } from '../model/sync-state.ts'
import type { BundleStore } from '../storage/bundle-store.ts'
import type { Incoming } from '../storage/flip.ts'
import { DEFAULT_TIMEOUTS, type Timeouts } from './deadline.ts'
import { diskNeed } from './disk-need.ts'
import { type Fetch, type Host, httpFiles } from './http-files.ts'
import type { SyncEvent } from './sync-event.ts'
import { bytesBefore, takeGeneration } from './take-generation.ts'

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
}

/**
 * One update of one subscription, from start to end. Everything is verified before it is written, written where
 * nobody sees it, and shown at once when the whole has been checked. It never throws: whatever goes wrong is an
 * outcome, and leaves what was there.
 */
export async function syncOnce(input: SyncInput): Promise<SyncOutcome> {
  // Fixed at the start: a clock that is set during the update cannot make an expired bundle valid.
  const startedAt = input.clock.now()
  input.onEvent({ type: 'started' })
  const result = await update(input, startedAt).catch((error: unknown) =>
    refuse('internal', 'update', error instanceof Error ? error.message : String(error)),
  )
  const outcome = outcomeOf(result, input.signal)
  input.onEvent({ type: 'ended', at: new Date(input.clock.now()).toISOString(), outcome })
  return outcome
}

/** Whatever fails after the reader has stopped it fails for that. */
function outcomeOf(result: Result<SyncOutcome, SyncError>, signal: AbortSignal): SyncOutcome {
  if (result.ok) return result.value
  return { outcome: 'failed', ...result.error, ...(signal.aborted && { code: 'cancelled' }) }
}

type Step<T> = Promise<Result<T, SyncError>>

async function update(input: SyncInput, startedAt: number): Step<SyncOutcome> {
  const trust: Trust = { kind: 'key', keyId: input.subscription.keyId }
  const manifest = await readManifestFile(httpFiles(hostOf(input)), trust, input.crypto)
  if (!manifest.ok) return manifest
  const standing = await standingOf(input, manifest.value, trust, startedAt)
  if (!standing.ok) return standing
  const { id: bundle, generation } = manifest.value
  if (standing.value === 'newer')
    return take(input, { manifest: manifest.value, trust, subscription: input.subscription })
  await input.store.forget(bundle)
  return ok({ outcome: 'current', bundle, generation })
}

/** Whether a verified manifest is the subscribed bundle's, still valid, and newer than what is there. */
async function standingOf(
  { subscription, store }: SyncInput,
  manifest: Manifest,
  trust: Trust,
  now: number,
): Step<'newer' | 'current'> {
  const { id, generation, expires } = manifest
  if (subscription.bundle !== undefined && subscription.bundle !== id) {
    return refuse('other-bundle', MANIFEST_FILE, `it is "${id}", not "${subscription.bundle}"`)
  }
  if (expires !== undefined && Date.parse(expires) <= now)
    return refuse('expired', MANIFEST_FILE, `on ${expires}`)
  const present = await store.installed(id)
  if (!present.ok) return present
  if (!present.value) return ok('newer')
  if (familyOf(trust, subscription, present.value.family) === undefined)
    return refuse('id-taken', MANIFEST_FILE, `"${id}"`)
  if (generation > present.value.generation) return ok('newer')
  if (generation === present.value.generation) return ok('current')
  return refuse('older', MANIFEST_FILE, `generation ${generation}; ${present.value.generation} is installed`)
}

async function take(input: SyncInput, incoming: Incoming): Step<SyncOutcome> {
  const { store, crypto, clock, signal, onEvent } = input
  const short = await shortOfDisk(input, incoming.manifest)
  if (short) return short
  const { id: bundle, generation, full, counts } = incoming.manifest
  onEvent({ type: 'found', generation, total: full.reduce((sum, part) => sum + part.length, 0) })
  const before = bytesBefore(incoming)
  const files = httpFiles(
    hostOf(input, (file, received) =>
      onEvent({ type: 'received', received: (before.get(file) ?? 0) + received }),
    ),
  )
  const taken = await takeGeneration(
    {
      files,
      store,
      crypto,
      clock,
      signal,
      onBytes: (received) => onEvent({ type: 'received', received }),
      onFetched: () => onEvent({ type: 'fetched', records: counts.entities }),
    },
    incoming,
  )
  return taken.ok ? ok({ outcome: 'updated', bundle, generation, ...taken.value }) : taken
}

/** Asked before a byte is fetched: a disk that fills up on the way costs the reader the traffic as well. */
async function shortOfDisk(
  { free }: SyncInput,
  manifest: Manifest,
): Promise<Result<never, SyncError> | undefined> {
  const left = await free?.()
  const need = diskNeed(manifest)
  if (left === undefined || left >= need) return undefined
  return refuse('storage-full', 'estimate', `${need} bytes are needed, ${left} are free`)
}

const hostOf = ({ subscription, fetch, signal, timeouts }: SyncInput, onBytes?: Host['onBytes']): Host => ({
  base: subscription.base,
  fetch,
  signal,
  timeouts: timeouts ?? DEFAULT_TIMEOUTS,
  ...(onBytes && { onBytes }),
})

const refuse = (code: SyncErrorCode, where: string, detail: string): Result<never, SyncError> =>
  fail({ code, where, detail })
