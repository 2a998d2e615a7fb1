import { storage } from 'wxt/utils/storage'
import type { Floor } from '../bundle/tuf/stored-metadata.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import {
  type BackedUpSubscription,
  floorIn,
  restoreSubscriptions,
  subscriptionsToBackUp,
} from '../storage/subscription-backup.ts'

const backupStore = storage.defineItem<readonly BackedUpSubscription[]>('local:subscriptions', {
  fallback: [],
})

/** Copies the subscriptions to `storage.local`, which does not share the database's fate. */
export const backUpSubscriptions = async (database: BackgrounderDatabase): Promise<void> =>
  backupStore.setValue(await subscriptionsToBackUp(database, await backupStore.getValue()))

/** At start-up: subscriptions that the database has lost come back from their copy. */
export const restoreFromBackUp = async (database: BackgrounderDatabase): Promise<boolean> =>
  restoreSubscriptions(database, await backupStore.getValue())

/** The counters that the copy has of a subscription. */
export const backedUpFloor = async (link: string): Promise<Floor | undefined> =>
  floorIn(await backupStore.getValue(), link)
