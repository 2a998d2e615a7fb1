import type { Result } from '../model/result.ts'
import type { Subscription, SyncState } from '../model/sync-state.ts'
import type { BackgrounderDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** The reader's subscriptions in their order. */
export const listSubscriptions = (
  database: BackgrounderDatabase,
): Promise<Result<readonly Subscription[], StorageError>> =>
  guarded('subscriptions', async () => (await database.subscriptions.toArray()).sort(byPlace))

/** Adds a subscription behind the others; the same link again changes nothing. */
export const addSubscription = (
  database: BackgrounderDatabase,
  subscription: Omit<Subscription, 'order'>,
): Promise<Result<Subscription, StorageError>> =>
  guarded('subscribe', () =>
    database.transaction('rw', database.subscriptions, async () => {
      const present = await database.subscriptions.get(subscription.link)
      if (present) return present
      const added = { ...subscription, order: await nextPlace(database.subscriptions) }
      await database.subscriptions.add(added)
      return added
    }),
  )

/** Behind the last one, whatever was removed before it. */
async function nextPlace(subscriptions: BackgrounderDatabase['subscriptions']): Promise<number> {
  const orders = (await subscriptions.toArray()).map(({ order }) => order)
  return Math.max(-1, ...orders) + 1
}

/** Keeps where a subscription's updates stand, for the interface to watch. */
export const saveSyncState = (
  database: BackgrounderDatabase,
  link: string,
  state: SyncState,
): Promise<Result<unknown, StorageError>> =>
  guarded('sync-state', () => database.syncStates.put({ link, state }))

/** Where a subscription's updates stand; idle where none has run. */
export const loadSyncState = (
  database: BackgrounderDatabase,
  link: string,
): Promise<Result<SyncState, StorageError>> =>
  guarded('sync-state', async () => (await database.syncStates.get(link))?.state ?? { phase: 'idle' })

/** Those that are to be kept up to date: not those of bundles that are switched off. */
const activeSubscriptions = (
  database: BackgrounderDatabase,
): Promise<Result<readonly Subscription[], StorageError>> =>
  guarded('subscriptions', async () => {
    const rows = await database.bundles.toArray()
    const off = new Set<string | undefined>(rows.filter((row) => row.off).map(({ bundle }) => bundle))
    const all = await database.subscriptions.toArray()
    return all.filter(({ bundle }) => !off.has(bundle)).sort(byPlace)
  })

const byPlace = (a: Subscription, b: Subscription): number => a.order - b.order || (a.link < b.link ? -1 : 1)

/** Subscriptions and the states of their updates, as an update of all of them works with. */
export const syncLedger = (database: BackgrounderDatabase) => ({
  subscriptions: () => activeSubscriptions(database),
  loadState: (link: string) => loadSyncState(database, link),
  saveState: (link: string, state: SyncState) => saveSyncState(database, link, state),
})
