import { beginsEpoch } from '../bundle/epoch.ts'
import { familyOf } from '../bundle/family.ts'
import type { Manifest } from '../bundle/manifest.ts'
import type { Trust } from '../bundle/trust.ts'
import type { Confirmation } from '../model/freshness.ts'
import type { Subscription } from '../model/sync-state.ts'
import type { ChangeLog } from './change-log.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import type { BundleRow, Layer } from './rows.ts'
import type { Staging } from './staging.ts'
import { StorageRefusal } from './storage-error.ts'

/** What a generation is, beside its records. */
export interface Incoming {
  readonly manifest: Manifest
  readonly trust: Trust
  /** Where it came from; absent for the packaged bundle. */
  readonly subscription?: Subscription | undefined
  /** In which its generation is counted; absent for the packaged bundle, which keeps that of what it replaces. */
  readonly epoch?: number | undefined
  readonly confirmed?: Confirmation
  /** The link of the bundle that goes on where this one ends. */
  readonly successor?: string | undefined
}

/** All that the flip makes visible. */
export interface Flip extends Incoming {
  readonly staging: Staging
  /** The layers below the staged one: none for a whole generation. */
  readonly below: readonly Layer[]
  readonly changes: ChangeLog
  /** ISO 8601 instant (UTC). */
  readonly installedAt: string
  /** The digest of all records, in hexadecimal. */
  readonly stateRoot?: string | undefined
}

/** What a new generation takes the place of. */
interface Place {
  readonly before: BundleRow | undefined
  readonly family: string
}

/** Asked before anything is written, and again inside the flip: another context may have installed something meanwhile. */
export async function placeFor(
  database: BackgrounderDatabase,
  { manifest, trust, subscription, epoch }: Incoming,
): Promise<Place> {
  const before = await database.bundles.get(manifest.id)
  const family = familyOf(trust, subscription, before?.family)
  if (family === undefined) throw new StorageRefusal('id-taken', manifest.id)
  if (!before || isNewer(before, { manifest, trust, epoch })) return { before, family }
  throw new StorageRefusal('overtaken', `generation ${before.generation} is installed`)
}

/** Also where the generation is the same and its records are not: they were damaged, or had no digest yet. */
function isNewer(before: BundleRow, { manifest, epoch }: Incoming): boolean {
  if (beginsEpoch(epoch, before.epoch) || manifest.generation > before.generation) return true
  return manifest.generation === before.generation && manifest.state.root !== before.stateRoot
}

/** The one transaction that changes what is shown: the pointer and all that belongs to it. */
export function flip(database: BackgrounderDatabase, fence: Fence, next: Flip): PromiseLike<void> {
  const { bundles, installs, chunks, leases, subscriptions, changes } = database
  const tables = [bundles, installs, chunks, leases, subscriptions, changes]
  return database.transaction('rw', tables, async () => {
    await fence.check()
    const { before, family } = await placeFor(database, next)
    await refuseUnlessWhole(database, next)
    const row = pointerTo(next, family, before, before?.order ?? nextOrder(await bundles.toArray()))
    await bundles.put(row)
    await retire(database, before?.layers ?? [], row.layers)
    await changes.put(changesRow(next, before?.generation ?? 0))
    if (next.subscription) await subscriptions.update(next.subscription.link, { bundle: next.manifest.id })
  })
}

/** Behind the last one, whatever was removed before it. */
const nextOrder = (rows: readonly BundleRow[]): number => Math.max(-1, ...rows.map(({ order }) => order)) + 1

const pointerTo = (
  { manifest, trust, staging, below, installedAt, stateRoot, epoch: own, confirmed, successor }: Flip,
  family: string,
  before: BundleRow | undefined,
  order: number,
  epoch = own ?? before?.epoch,
): BundleRow => ({
  bundle: manifest.id,
  generation: manifest.generation,
  layers: [...below, staging.layer].filter(({ chunks }) => chunks > 0),
  manifest,
  family,
  origin: trust.kind === 'package' ? 'packaged' : 'synced',
  installedAt,
  order,
  ...(stateRoot !== undefined && { stateRoot }),
  ...(epoch !== undefined && { epoch }),
  ...(confirmed && { confirmed }),
  ...(successor !== undefined && { successor }),
  ...(before?.off && { off: before.off }),
})

/** What is shown now, and what is not any more. */
async function retire(
  { installs }: BackgrounderDatabase,
  before: readonly Layer[],
  now: readonly Layer[],
): Promise<void> {
  const shown = new Set(now.map(({ install }) => install))
  for (const install of shown) await installs.update(install, { state: 'current' })
  for (const { install } of before) if (!shown.has(install)) await installs.update(install, { state: 'old' })
}

/** Chunks collected by mistake from elsewhere must not be found missing after the flip. */
async function refuseUnlessWhole(database: BackgrounderDatabase, { staging, below }: Flip): Promise<void> {
  for (const { install, chunks } of [...below, staging.layer]) {
    const present = await database.chunks
      .where('[install+number]')
      .between([install, 0], [install, chunks])
      .count()
    if (present !== chunks)
      throw new StorageRefusal('storage-failed', `${present} of ${chunks} chunks are there`)
  }
}

const changesRow = ({ manifest, changes, installedAt }: Flip, from: number) => ({
  bundle: manifest.id,
  from,
  to: manifest.generation,
  at: installedAt,
  added: changes.added,
  changed: changes.changed,
  removed: changes.removed,
})
