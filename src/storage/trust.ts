import { TOP_ROLES } from '../bundle/tuf/metadata.ts'
import type { Floor, StoredMetadata } from '../bundle/tuf/stored-metadata.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { TrustRow } from './rows.ts'

/** The metadata of a subscription that was accepted last; undefined before the first. */
export const loadTrust = async (
  { trusts }: BackgrounderDatabase,
  link: string,
): Promise<StoredMetadata | undefined> => (await trusts.get(link))?.metadata

/** Keeps what a refresh accepted, whatever came of it; the counters only where it came to its end. */
export const saveTrust = (
  { trusts }: BackgrounderDatabase,
  link: string,
  metadata: StoredMetadata,
  floor: Floor | undefined,
): PromiseLike<unknown> =>
  trusts.db.transaction('rw', trusts, async () => {
    const before = await trusts.get(link)
    const highest = higherFloor(before?.floor, floor)
    await trusts.put({ link, metadata, ...(highest && { floor: highest }) } satisfies TrustRow)
  })

/**
 * The counters that hold where two places differ: those of the higher epoch, and of equal epochs the higher of each,
 * so that neither place can be emptied or put back to go behind what was seen.
 */
export function higherFloor(a: Floor | undefined, b: Floor | undefined): Floor | undefined {
  if (!a || !b) return a ?? b
  if (a.epoch !== b.epoch) return a.epoch > b.epoch ? a : b
  const versions = Object.fromEntries(
    TOP_ROLES.map((role) => [role, Math.max(a.versions[role], b.versions[role])]),
  ) as Floor['versions']
  return { epoch: a.epoch, versions }
}
