import type { Subscription } from '../model/sync-state.ts'
import type { Trust } from './trust.ts'

/** The family of the bundle that came with the extension, and of those that follow it. */
export const PACKAGED_FAMILY = 'packaged'

/** What is known of a bundle whose place another generation would take. */
export interface Present {
  readonly family: string
  /** The link of the bundle that its publisher goes on with, signed by its root (`successorOf`). */
  readonly successor?: string | undefined
}

/**
 * Whose bundle a generation would be in the place of one that is present; undefined where it may not take that place.
 * A family is a root, or the package: else anyone's bundle could replace another by using its id. The bundle that the
 * publisher has signed to go on with may, once the reader has subscribed to it.
 */
export function familyOf(
  trust: Trust,
  subscription: Pick<Subscription, 'updatesPackaged' | 'link'> | undefined,
  present: Present | undefined,
): string | undefined {
  const own = trust.kind === 'package' ? PACKAGED_FAMILY : trust.rootDigest
  if (present === undefined || present.family === own || isHeir(subscription, present)) return own
  return present.family === PACKAGED_FAMILY && subscription?.updatesPackaged ? PACKAGED_FAMILY : undefined
}

/** Whether a subscription is to the bundle that goes on where the present one ends. It counts its generations anew. */
export const isHeir = (
  subscription: Pick<Subscription, 'link'> | undefined,
  present: Present | undefined,
): boolean =>
  present?.successor !== undefined &&
  present.family !== PACKAGED_FAMILY &&
  present.successor === subscription?.link
