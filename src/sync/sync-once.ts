import { beginsEpoch } from '../bundle/epoch.ts'
import { familyOf, isHeir } from '../bundle/family.ts'
import { type BundleManifest, MANIFEST_FILE } from '../bundle/manifest.ts'
import { planUpdate } from '../bundle/plan-update.ts'
import { successorOf } from '../bundle/successor.ts'
import type { Trust } from '../bundle/trust.ts'
import type { Confirmation } from '../model/freshness.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { SyncError, SyncErrorCode } from '../model/sync-error.ts'
import type { SyncOutcome } from '../model/sync-state.ts'
import type { InstalledBundle } from '../storage/bundle-store.ts'
import { DEFAULT_TIMEOUTS } from './deadline.ts'
import { type Host, httpFiles } from './http-files.ts'
import { manifestOf, type Offer, readOffer } from './read-offer.ts'
import type { SyncInput } from './sync-input.ts'
import { takeUpdate } from './take-update.ts'

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

async function update(input: SyncInput, now: number): Step<SyncOutcome> {
  const { subscription, store } = input
  const { link, rootDigest } = subscription
  const offer = await readOffer({
    readFile: httpFiles(hostOf(input)),
    crypto: input.crypto,
    now,
    trust: { kind: 'pinned', rootDigest },
    keeper: {
      load: () => store.loadTrust(link),
      save: (metadata, floor) => store.saveTrust(link, metadata, floor),
      floor: async () => input.floor?.(link),
    },
  })
  if (!offer.ok) return offer
  const confirmed = {
    at: new Date(now).toISOString(),
    until: offer.value.trusted.timestamp.expires,
  }
  const known = await unchanged(input, offer.value)
  if (!known.ok) return known
  if (known.value) return current(input, known.value, confirmed)
  return take(input, offer.value, confirmed)
}

/** The installed bundle where the signed metadata still tells of its generation: then nothing more is fetched. */
async function unchanged(
  { subscription, store }: SyncInput,
  { trusted }: Offer,
): Step<InstalledBundle | undefined> {
  if (subscription.bundle === undefined) return ok(undefined)
  const present = await store.installed(subscription.bundle)
  if (!present.ok) return present
  const same =
    present.value?.stateRoot !== undefined &&
    present.value.rootDigest === trusted.rootDigest &&
    present.value.epoch === trusted.epoch &&
    present.value.generation === trusted.targets.version
  return ok(same ? present.value : undefined)
}

async function current(
  { store }: SyncInput,
  { bundle, generation }: Pick<InstalledBundle, 'bundle' | 'generation'>,
  confirmed: Confirmation,
): Step<SyncOutcome> {
  await store.forget(bundle)
  const kept = await store.confirm(bundle, confirmed)
  return kept.ok ? ok({ outcome: 'current', bundle, generation }) : kept
}

async function take(input: SyncInput, offer: Offer, confirmed: Confirmation): Step<SyncOutcome> {
  const opened = await manifestOf(offer)
  if (!opened.ok) return opened
  const manifest = opened.value
  const { rootDigest, epoch } = offer.trusted
  const trust: Trust = { kind: 'root', rootDigest }
  const present = await presentFor(input, manifest, trust, epoch)
  if (!present.ok) return present
  if (present.value && isBehind({ ...manifest, epoch }, present.value))
    return ok({ outcome: 'current', bundle: manifest.id, generation: present.value.generation })
  const plan = planUpdate(manifest, comparable(present.value))
  if (plan.kind === 'current')
    return current(input, { bundle: manifest.id, generation: manifest.generation }, confirmed)
  const { subscription } = input
  const { accepted } = offer
  const successor = successorOf(manifest, offer.trusted.root, rootDigest)
  const incoming = { manifest, trust, epoch, confirmed, successor, subscription, accepted }
  const taken = await takeUpdate(input, hostOf(input), incoming, plan)
  if (!taken.ok) return taken
  return ok({ outcome: 'updated', bundle: manifest.id, generation: manifest.generation, ...taken.value })
}

/** What a signed manifest would take the place of, where it may. */
async function presentFor(
  { subscription, store }: SyncInput,
  { id, generation }: BundleManifest,
  trust: Trust,
  epoch: number,
): Step<InstalledBundle | undefined> {
  if (subscription.bundle !== undefined && subscription.bundle !== id)
    return refuse('other-bundle', MANIFEST_FILE, `it is "${id}", not "${subscription.bundle}"`)
  const present = await store.installed(id)
  if (!present.ok || !present.value) return present
  if (familyOf(trust, subscription, present.value) === undefined)
    return refuse('id-taken', MANIFEST_FILE, `"${id}"`)
  // Of two publishers neither the generations nor the records can be compared: it is taken in whole.
  if (isHeir(subscription, present.value)) return ok(undefined)
  // An extension may be newer than its publisher's host: the higher generation stays, and nothing is wrong.
  if (!isBehind({ generation, epoch }, present.value) || present.value.origin === 'packaged') return present
  return refuse('older', MANIFEST_FILE, `generation ${generation}; ${present.value.generation} is installed`)
}

const isBehind = (
  { generation, epoch }: { readonly generation: number; readonly epoch: number },
  present: InstalledBundle,
): boolean => generation < present.generation && !beginsEpoch(epoch, present.epoch)

/** A bundle without a digest is taken in whole. */
const comparable = (present: InstalledBundle | undefined) =>
  present?.stateRoot === undefined
    ? undefined
    : { generation: present.generation, stateRoot: present.stateRoot }

const hostOf = ({ subscription, fetch, signal, timeouts }: SyncInput): Host => ({
  base: subscription.base,
  fetch,
  signal,
  timeouts: timeouts ?? DEFAULT_TIMEOUTS,
})

const refuse = (code: SyncErrorCode, where: string, detail: string): Result<never, SyncError> =>
  fail({ code, where, detail })
