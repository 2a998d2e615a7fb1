import { type LinkError, parseSubscriptionLink, subscriptionLink } from '../bundle/subscription-link.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { addSubscription } from '../storage/subscriptions.ts'

/** Why an address was not saved. */
export type SubscribeError = LinkError | 'not-saved'

/**
 * Makes an address the one that the facts are updated from; an empty one ends that. The reader gave the address
 * with the publisher's key, so its bundle may follow the packaged one.
 */
export async function subscribe(
  database: BackgrounderDatabase,
  address: string,
): Promise<Result<null, SubscribeError>> {
  if (address.trim() === '') return cleared(database)
  const parsed = parseSubscriptionLink(address)
  if (!parsed.ok) return parsed
  const link = subscriptionLink(parsed.value)
  const others = await cleared(database)
  if (!others.ok) return others
  const added = await addSubscription(database, { ...parsed.value, link, updatesPackaged: true })
  return added.ok ? ok(null) : fail('not-saved')
}

async function cleared(database: BackgrounderDatabase): Promise<Result<null, 'not-saved'>> {
  try {
    await database.subscriptions.clear()
    return ok(null)
  } catch {
    return fail('not-saved')
  }
}
