import type { Subscription } from '../model/sync-state.ts'
import type { BackgrounderDatabase } from './database.ts'

/**
 * A second copy of the subscriptions, kept where the database is not: a database that has to be deleted is filled
 * again from them, and never with less than what was already seen.
 */
export type BackedUpSubscription = Subscription

/** What is to be copied. */
export const subscriptionsToBackUp = (
  database: BackgrounderDatabase,
): PromiseLike<readonly BackedUpSubscription[]> => database.subscriptions.toArray()

/** Fills an empty list of subscriptions from the copy; gives whether it did. */
export async function restoreSubscriptions(
  { subscriptions }: BackgrounderDatabase,
  backup: readonly BackedUpSubscription[],
): Promise<boolean> {
  return subscriptions.db.transaction('rw', subscriptions, async () => {
    if (backup.length === 0 || (await subscriptions.count()) > 0) return false
    await subscriptions.bulkPut([...backup])
    return true
  })
}
