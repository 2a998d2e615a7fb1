import type { Subscription } from '../model/sync-state.ts'
import type { Trust } from './trust.ts'

/** The family of the bundle that came with the extension, and of those that follow it. */
export const PACKAGED_FAMILY = 'packaged'

/**
 * Whose bundle a generation would be in the place of one of the family `present`; undefined where it may not
 * take that place. A family is a root, or the package: else anyone's bundle could replace another by using its id.
 */
export function familyOf(
  trust: Trust,
  subscription: Pick<Subscription, 'updatesPackaged'> | undefined,
  present: string | undefined,
): string | undefined {
  const own = trust.kind === 'package' ? PACKAGED_FAMILY : trust.rootDigest
  if (present === undefined || present === own) return own
  return present === PACKAGED_FAMILY && subscription?.updatesPackaged ? PACKAGED_FAMILY : undefined
}
