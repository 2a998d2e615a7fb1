import type { Result } from '../model/result.ts'
import type { Subscription, SyncState } from '../model/sync-state.ts'
import type { BackgrounderDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** The reader's subscriptions in their order. */
export const listSubscriptions = (
  database: BackgrounderDatabase,
): Promise<Result<readonly Subscription[], StorageError>> =>
  guarded('subscriptions', async () =>
    (await database.subscriptions.toArray()).sort((a, b) => a.order - b.order || (a.link < b.link ? -1 : 1)),
  )

/** Adds a subscription behind the others; the same link again changes nothing. */
export const addSubscription = (
  database: BackgrounderDatabase,
  subscription: Omit<Subscription, 'order'>,
): Promise<Result<Subscription, StorageError>> =>
  guarded('subscribe', () =>
    database.transaction('rw', database.subscriptions, async () => {
      const present = await database.subscriptions.get(subscription.link)
      if (present) return present
      const added = { ...subscription, order: await database.subscriptions.count() }
      await database.subscriptions.add(added)
      return added
    }),
  )

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

/** Subscriptions and the states of their updates, as an update of all of them works with. */
export const syncLedger = (database: BackgrounderDatabase) => ({
  subscriptions: () => listSubscriptions(database),
  loadState: (link: string) => loadSyncState(database, link),
  saveState: (link: string, state: SyncState) => saveSyncState(database, link, state),
})
