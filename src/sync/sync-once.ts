import type { ReaderCrypto } from '../bundle/crypto.ts'
import { familyOf } from '../bundle/family.ts'
import { MANIFEST_FILE, type Manifest, partFile } from '../bundle/manifest.ts'
import type { Trust } from '../bundle/open-manifest.ts'
import { readManifestFile, readParts } from '../bundle/read-bundle.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { SyncError, SyncErrorCode } from '../model/sync-error.ts'
import type { Subscription, SyncOutcome } from '../model/sync-state.ts'
import type { BundleStore } from '../storage/bundle-store.ts'
import { DEFAULT_TIMEOUTS, type Timeouts } from './deadline.ts'
import { type Fetch, type Host, httpFiles } from './http-files.ts'
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
}

/**
 * One update of one subscription, from start to end. Everything is fetched and verified before
 * anything is written; then the store moves from the old generation to the new one at once. It never
 * throws: whatever goes wrong is an outcome, and leaves what was there.
 */
export async function syncOnce(input: SyncInput): Promise<SyncOutcome> {
  // Fixed at the start: a clock that is set during the update cannot make an expired bundle valid.
  const startedAt = input.clock.now()
  input.onEvent({ type: 'started' })
  const result = await update(input, startedAt).catch((error: unknown) =>
    refuse('internal', 'update', error instanceof Error ? error.message : String(error)),
  )
  const outcome: SyncOutcome = result.ok ? result.value : { outcome: 'failed', ...result.error }
  input.onEvent({ type: 'ended', at: new Date(input.clock.now()).toISOString(), outcome })
  return outcome
}

type Step<T> = Promise<Result<T, SyncError>>

async function update(input: SyncInput, startedAt: number): Step<SyncOutcome> {
  const trust: Trust = { kind: 'key', keyId: input.subscription.keyId }
  const manifest = await readManifestFile(httpFiles(hostOf(input)), trust, input.crypto)
  if (!manifest.ok) return manifest
  const standing = await standingOf(input, manifest.value, trust, startedAt)
  if (!standing.ok) return standing
  const { id: bundle, generation } = manifest.value
  if (standing.value === 'current') return ok({ outcome: 'current', bundle, generation })
  return install(input, manifest.value, trust)
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

async function install(input: SyncInput, manifest: Manifest, trust: Trust): Step<SyncOutcome> {
  const { subscription, store, signal, onEvent } = input
  const total = manifest.full.reduce((sum, part) => sum + part.length, 0)
  onEvent({ type: 'found', generation: manifest.generation, total })
  const files = httpFiles(hostOf(input, progressOf(manifest, onEvent)))
  const generation = await readParts(files, manifest, trust, input.crypto)
  if (!generation.ok) return generation
  onEvent({ type: 'verified', records: generation.value.lines.length })
  const installed = await store.install(generation.value, {
    installedAt: new Date(input.clock.now()).toISOString(),
    subscription,
    signal,
    onProgress: (written) => onEvent({ type: 'written', written }),
  })
  if (!installed.ok) return installed
  return ok({ outcome: 'updated', bundle: manifest.id, generation: manifest.generation, ...installed.value })
}

const hostOf = ({ subscription, fetch, signal, timeouts }: SyncInput, onBytes?: Host['onBytes']): Host => ({
  base: subscription.base,
  fetch,
  signal,
  timeouts: timeouts ?? DEFAULT_TIMEOUTS,
  ...(onBytes && { onBytes }),
})

/** Bytes of all parts so far: those that are done, and of the one under way what has come. */
function progressOf(manifest: Manifest, onEvent: SyncInput['onEvent']): Host['onBytes'] {
  const before = new Map<string, number>()
  let sum = 0
  for (const part of manifest.full) {
    before.set(partFile(part), sum)
    sum += part.length
  }
  return (file, received) => onEvent({ type: 'received', received: (before.get(file) ?? 0) + received })
}

const refuse = (code: SyncErrorCode, where: string, detail: string): Result<never, SyncError> =>
  fail({ code, where, detail })
