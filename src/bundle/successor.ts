import type { Manifest } from './manifest.ts'
import { parseSubscriptionLink, subscriptionLink } from './subscription-link.ts'
import type { Root } from './tuf/metadata.ts'

/**
 * The link of the bundle that goes on where this one ends, where its root says so as well as its manifest: whoever has
 * the targets key alone cannot send readers elsewhere. A link that pins nothing, or that leads back, is none.
 */
export function successorOf(
  { supersededBy }: Pick<Manifest, 'supersededBy'>,
  root: Pick<Root, 'supersededBy'>,
  rootDigest: string,
): string | undefined {
  if (!supersededBy || root.supersededBy !== supersededBy) return undefined
  const link = parseSubscriptionLink(supersededBy)
  const pinned = link.ok ? link.value.rootDigest : undefined
  return link.ok && pinned !== undefined && pinned !== rootDigest
    ? subscriptionLink({ base: link.value.base, rootDigest: pinned })
    : undefined
}
