import { storage } from 'wxt/utils/storage'
import type { BackgrounderDatabase } from '../storage/database.ts'
import {
  type BackedUpSubscription,
  restoreSubscriptions,
  subscriptionsToBackUp,
} from '../storage/subscription-backup.ts'

const backupStore = storage.defineItem<readonly BackedUpSubscription[]>('local:subscriptions', {
  fallback: [],
})

/** Copies the subscriptions to `storage.local`, which does not share the database's fate. */
export const backUpSubscriptions = async (database: BackgrounderDatabase): Promise<void> =>
  backupStore.setValue(await subscriptionsToBackUp(database))

/** At start-up: subscriptions that the database has lost come back from their copy. */
export const restoreFromBackUp = async (database: BackgrounderDatabase): Promise<boolean> =>
  restoreSubscriptions(database, await backupStore.getValue())
