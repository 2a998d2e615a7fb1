import { beginsEpoch } from '../bundle/epoch.ts'
import { familyOf, isHeir } from '../bundle/family.ts'
import type { Manifest } from '../bundle/manifest.ts'
import type { Trust } from '../bundle/trust.ts'
import type { Floor, StoredMetadata } from '../bundle/tuf/stored-metadata.ts'
import type { Confirmation } from '../model/freshness.ts'
import type { Subscription } from '../model/sync-state.ts'
import type { ChangeLog } from './change-log.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import type { BundleRow, InstallRow, Layer } from './rows.ts'
import type { Staging } from './staging.ts'
import { StorageRefusal } from './storage-error.ts'
import { saveTrust } from './trust.ts'

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
  /** The signed metadata that leads to it, and its counters; absent for the packaged bundle. */
  readonly accepted?: { readonly metadata: StoredMetadata; readonly floor: Floor }
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
  const family = familyOf(trust, subscription, before)
  if (family === undefined) throw new StorageRefusal('id-taken', manifest.id)
  if (!before || isHeir(subscription, before) || isNewer(before, { manifest, trust, epoch }))
    return { before, family }
  throw new StorageRefusal('overtaken', `generation ${before.generation} is installed`)
}

/** Also where the generation is the same and its records are not: they were damaged, or had no digest yet. */
function isNewer(before: BundleRow, { manifest, epoch }: Incoming): boolean {
  if (beginsEpoch(epoch, before.epoch) || manifest.generation > before.generation) return true
  return manifest.generation === before.generation && manifest.state.root !== before.stateRoot
}

/**
 * The one transaction that changes what is shown: the pointer and all that belongs to it. Whoever reads waits for it, and each
 * question to the database is a way to another process and back: all are asked at once, and all is written at once.
 */
export async function flip(database: BackgrounderDatabase, fence: Fence, next: Flip): Promise<void> {
  const { bundles, installs, leases, subscriptions, syncStates, changes, trusts } = database
  const tables = [bundles, installs, leases, subscriptions, syncStates, changes, trusts]
  // Counting thousands of rows is not the flip's business: while it runs nothing else is written or read.
  await refuseUnlessWhole(database, next)
  await database.transaction('rw', tables, async () => {
    const [, { before, family }, kept] = await Promise.all([
      fence.check(),
      placeFor(database, next),
      keptInstalls(database, next),
    ])
    const row = pointerTo(next, family, before, before?.order ?? nextOrder(await bundles.toArray()))
    const takesOver = isHeir(next.subscription, before)
    await Promise.all([
      bundles.put(row),
      show(database, kept, row.layers),
      retire(database, before?.layers ?? [], row.layers),
      changes.put(changesRow(next, takesOver ? 0 : (before?.generation ?? 0))),
      follow(database, next, takesOver),
    ])
  })
}

/** What belongs to the subscription that a generation comes from. */
async function follow(database: BackgrounderDatabase, next: Flip, takesOver: boolean): Promise<void> {
  if (!next.subscription) return
  const { link } = next.subscription
  if (takesOver) await endSubscriptions(database, next.manifest.id)
  await Promise.all([
    database.subscriptions.update(link, { bundle: next.manifest.id }),
    // Kept when it was accepted, too: here so that what is shown and what vouches for it are never apart.
    next.accepted && saveTrust(database, link, next.accepted.metadata, next.accepted.floor),
  ])
}

/** Of a bundle that another publisher's goes on for nothing is fetched from its old address any more. */
async function endSubscriptions(
  { subscriptions, syncStates, trusts }: BackgrounderDatabase,
  bundle: string,
): Promise<void> {
  const links = await subscriptions.filter((each) => each.bundle === bundle).primaryKeys()
  for (const table of [subscriptions, syncStates, trusts]) await table.bulkDelete(links)
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

const installsOf = (layers: readonly Layer[]): ReadonlySet<number | undefined> =>
  new Set(layers.map(({ install }) => install))

/** Marks what is shown from now on. */
function show({ installs }: BackgrounderDatabase, kept: readonly InstallRow[], now: readonly Layer[]) {
  const shown = installsOf(now)
  const rows = kept.filter(({ install }) => shown.has(install))
  return installs.bulkPut(rows.map((row) => ({ ...row, state: 'current' })))
}

/** Marks what is not shown any more, to be collected. */
function retire({ installs }: BackgrounderDatabase, before: readonly Layer[], now: readonly Layer[]) {
  const shown = installsOf(now)
  const gone = before.filter(({ install }) => !shown.has(install))
  return Promise.all(gone.map(({ install }) => installs.update(install, { state: 'old' })))
}

/** The installs that will be shown. Refused where somebody began to collect one after its rows were counted (`collectInstall`). */
async function keptInstalls(
  { installs }: BackgrounderDatabase,
  { staging, below }: Flip,
): Promise<readonly InstallRow[]> {
  const wanted = [
    ...below.map(({ install }) => ({ install, state: 'current' })),
    { install: staging.install, state: 'staging' },
  ]
  const rows = await installs.bulkGet(wanted.map(({ install }) => install))
  return wanted.map(({ install, state }, index) => {
    const row = rows[index]
    if (row?.state === state) return row
    throw new StorageRefusal('storage-failed', `install ${install} is ${row?.state ?? 'gone'}`)
  })
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
