import type { Floor } from '../bundle/tuf/stored-metadata.ts'
import type { Subscription } from '../model/sync-state.ts'
import type { BackgrounderDatabase } from './database.ts'
import { higherFloor } from './trust.ts'

/** A subscription with the counters of its metadata. */
export interface BackedUpSubscription {
  readonly subscription: Subscription
  readonly floor?: Floor
}

/**
 * A second copy of the subscriptions, kept where the database is not: a database that has to be deleted is filled
 * again from them, and never with less than what was already seen. `before` is the copy so far.
 */
export async function subscriptionsToBackUp(
  { subscriptions, trusts }: BackgrounderDatabase,
  before: readonly BackedUpSubscription[],
): Promise<readonly BackedUpSubscription[]> {
  const [all, trusted] = [await subscriptions.toArray(), await trusts.toArray()]
  return all.map((subscription) => {
    const { link } = subscription
    const floor = higherFloor(trusted.find((row) => row.link === link)?.floor, floorIn(before, link))
    return { subscription, ...(floor && { floor }) }
  })
}

/** The counters of a subscription in its second copy. */
export const floorIn = (backup: readonly BackedUpSubscription[], link: string): Floor | undefined =>
  backup.find(({ subscription }) => subscription.link === link)?.floor

/** Fills an empty list of subscriptions from the copy; gives whether it did. */
export async function restoreSubscriptions(
  { subscriptions }: BackgrounderDatabase,
  backup: readonly BackedUpSubscription[],
): Promise<boolean> {
  return subscriptions.db.transaction('rw', subscriptions, async () => {
    if (backup.length === 0 || (await subscriptions.count()) > 0) return false
    await subscriptions.bulkPut(backup.map(({ subscription }) => subscription))
    return true
  })
}
