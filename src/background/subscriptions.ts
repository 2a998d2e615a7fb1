import { type LinkError, parseSubscriptionLink, subscriptionLink } from '../bundle/subscription-link.ts'
import type { BundlePreview } from '../model/bundle-entry.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { PreviewProblem, SubscribeProblem } from '../model/subscribe-problem.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { addSubscription } from '../storage/subscriptions.ts'
import { previewBundle } from '../sync/preview.ts'
import { freeBytes } from './disk.ts'

/** More than anyone reads from; beyond it a page of extensions could fill the disk by links. */
const MOST_SUBSCRIPTIONS = 50

/** What a link leads to; nothing is kept. */
export const preview = (
  database: BackgrounderDatabase,
  address: string,
): Promise<Result<BundlePreview, PreviewProblem>> =>
  previewBundle(address, {
    fetch: (input, init) => fetch(input, init),
    crypto: crypto.subtle,
    clock: Date,
    signal: new AbortController().signal,
    free: freeBytes,
    isKnown: async (link) => (await database.subscriptions.get(link)) !== undefined,
    present: (bundle) => database.bundles.get(bundle),
  })

/** Adds a subscription. The reader has seen what it is, and gave the link with the publisher's key. */
export async function subscribe(
  database: BackgrounderDatabase,
  address: string,
  firstUse: boolean,
): Promise<Result<null, SubscribeProblem | LinkError>> {
  const parsed = parseSubscriptionLink(address)
  if (!parsed.ok) return parsed
  const { base, rootDigest } = parsed.value
  // The link of a preview always names one: what the reader saw is what is pinned.
  if (rootDigest === undefined) return fail('no-fingerprint')
  if ((await database.subscriptions.count()) >= MOST_SUBSCRIPTIONS) return fail('too-many')
  const link = subscriptionLink({ base, rootDigest })
  const added = await addSubscription(database, {
    base,
    rootDigest,
    link,
    updatesPackaged: true,
    ...(firstUse && { firstUse }),
  })
  return added.ok ? ok(null) : fail('not-saved')
}
