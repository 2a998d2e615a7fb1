import { PACKAGED_FAMILY } from '../bundle/family.ts'
import { fingerprintOf } from '../bundle/public-key.ts'
import type { BundleEntry } from '../model/bundle-entry.ts'
import type { Subscription, SyncState } from '../model/sync-state.ts'
import { dropBundle } from './boot-check.ts'
import { byOrder, installedInfo } from './bundle-info.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { BundleRow, ChangesRow } from './rows.ts'
import { stagedFor } from './staging.ts'

/** Every bundle that is installed or subscribed to, in the reader's order; what is not installed yet comes last. */
export async function listBundles(database: BackgrounderDatabase): Promise<readonly BundleEntry[]> {
  const { bundles, subscriptions, syncStates, changes } = database
  const tables = [bundles, subscriptions, syncStates, changes]
  return database.transaction('r', tables, async () => {
    const [rows, subscribed] = [await bundles.toArray(), await subscriptions.toArray()]
    const [states, changed] = [await syncStates.toArray(), await changes.toArray()]
    const stateOf = new Map(states.map(({ link, state }) => [link, state]))
    const changesOf = new Map(changed.map((row) => [row.bundle, row]))
    const known = new Set<string>(rows.map(({ bundle }) => bundle))
    const pending = subscribed
      .filter(({ bundle }) => bundle === undefined || !known.has(bundle))
      .sort((a, b) => a.order - b.order)
    return [
      ...rows.sort(byOrder).map((row) => {
        const subscription = subscribed.find(({ bundle }) => bundle === row.bundle)
        const entry = installedEntry(row, changesOf.get(row.bundle), subscription, stateOf)
        return { ...entry, ...successorOf(row, subscribed) }
      }),
      ...pending.map((each) => ({
        isOn: true,
        isPackaged: false,
        subscription: subscriptionEntry(each, stateOf),
      })),
    ]
  })
}

function installedEntry(
  row: BundleRow,
  changes: ChangesRow | undefined,
  subscription: Subscription | undefined,
  stateOf: ReadonlyMap<string, SyncState>,
): BundleEntry {
  return {
    info: installedInfo(row),
    isOn: !row.off,
    isPackaged: row.family === PACKAGED_FAMILY,
    ...(changes && changes.from > 0 && { changes }),
    ...(subscription && { subscription: subscriptionEntry(subscription, stateOf) }),
  }
}

/** Once the reader is subscribed to it there is nothing to ask any more; once it is there, this one may go. */
function successorOf(
  { successor }: BundleRow,
  subscribed: readonly Subscription[],
): Pick<BundleEntry, 'successor' | 'isSucceeded'> {
  if (successor === undefined) return {}
  const next = subscribed.find(({ link }) => link === successor)
  if (!next) return { successor }
  return next.bundle === undefined ? {} : { isSucceeded: true }
}

const subscriptionEntry = (
  { link, base, rootDigest, firstUse }: Subscription,
  stateOf: ReadonlyMap<string, SyncState>,
): NonNullable<BundleEntry['subscription']> => ({
  link,
  base,
  fingerprint: fingerprintOf(rootDigest),
  firstUse: firstUse ?? false,
  state: stateOf.get(link) ?? { phase: 'idle' },
})

/** Puts bundles into an order; those that are not named follow as they were. */
export async function arrangeBundles(
  { bundles }: BackgrounderDatabase,
  order: readonly string[],
): Promise<void> {
  await bundles.db.transaction('rw', bundles, async () => {
    const rows = (await bundles.toArray()).sort(byOrder)
    const placeOf = ({ bundle }: BundleRow) => {
      const place = order.indexOf(bundle)
      return place < 0 ? order.length : place
    }
    const arranged = rows.toSorted((a, b) => placeOf(a) - placeOf(b) || byOrder(a, b))
    await bundles.bulkPut(arranged.map((row, index) => ({ ...row, order: index })))
  })
}

/** Switches a bundle off, which keeps it and reads nothing of it, or on again. */
export async function switchBundle(
  { bundles }: BackgrounderDatabase,
  bundle: string,
  isOn: boolean,
): Promise<void> {
  await bundles.db.transaction('rw', bundles, async () => {
    const row = await bundles.get(bundle)
    if (!row) return
    const { off: _off, ...rest } = row
    await bundles.put(isOn ? rest : { ...rest, off: true })
  })
}

/**
 * Ends a subscription and removes what came with it. The packaged bundle stays: it is part of the extension, and
 * would be back at the next start; its facts as last updated stay too.
 */
export async function removeSubscription(database: BackgrounderDatabase, link: string): Promise<void> {
  const { subscriptions, syncStates, trusts, bundles, installs, changes } = database
  const tables = [subscriptions, syncStates, trusts, bundles, installs, changes]
  await database.transaction('rw', tables, async () => {
    const bundle = (await subscriptions.get(link))?.bundle
    await subscriptions.delete(link)
    await syncStates.delete(link)
    await trusts.delete(link)
    if (bundle === undefined) return
    for (const { install } of await stagedFor(database, bundle))
      if (install !== undefined) await installs.update(install, { state: 'old' })
    const row = await bundles.get(bundle)
    if (row && row.family !== PACKAGED_FAMILY) await dropBundle(database, bundle)
  })
  await collectGarbage(database, ['old'])
}
