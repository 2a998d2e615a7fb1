import { type SubscriptionLink, subscriptionLink } from '../bundle/subscription-link.ts'
import type { BundleId } from '../model/ids.ts'
import { removeSubscription } from './arrange-bundles.ts'
import type { BackgrounderDatabase } from './database.ts'
import { addSubscription } from './subscriptions.ts'

/** What the build says of the packaged bundle's updates, and what an earlier start made of it. */
export interface BuildFollowing {
  /** The packaged bundle. */
  readonly bundle: BundleId
  /** Where the build has it updated from; undefined for a build that asks nobody. */
  readonly setting: Required<SubscriptionLink> | undefined
  /** The link that was subscribed to for a build before. */
  readonly followed: string | undefined
}

/**
 * Subscribes to where the build has the packaged bundle updated from, once: a reader who removes that subscription
 * does not find it back at the next start. A build with another address takes the subscription of the one before away.
 * Gives the link that is followed now.
 */
export async function followBuild(
  database: BackgrounderDatabase,
  { bundle, setting, followed }: BuildFollowing,
): Promise<string | undefined> {
  const link = setting && subscriptionLink(setting)
  if (link === followed) return link
  if (followed !== undefined) await removeSubscription(database, followed)
  if (setting && link !== undefined)
    await addSubscription(database, { ...setting, link, bundle, updatesPackaged: true })
  return link
}
