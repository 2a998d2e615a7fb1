import type { Transaction } from 'dexie'
import type { EntityId } from '../model/ids.ts'
import type { Subscription } from '../model/sync-state.ts'
import type { BundleRow, DirectoryRow } from './rows.ts'

/** The pointer of version 1: one install, and where its ids lie. */
type FlatBundleRow = Omit<BundleRow, 'layers'> & {
  readonly install: number
  readonly firstIds: readonly EntityId[]
}

/** A subscription of version 1 pinned a single key. */
type KeyedSubscription = Omit<Subscription, 'rootDigest'> & { readonly keyId: string }

/**
 * What one key vouched for in the first format a chain of roots does in the second. The pin is kept: where the
 * publisher has moved on, the next update says that the link has to be renewed, and nothing else is believed.
 */
export async function upgradeSubscriptions(transaction: Transaction): Promise<void> {
  const rows = (await transaction.table('subscriptions').toArray()) as KeyedSubscription[]
  for (const { keyId, ...rest } of rows)
    await transaction.table('subscriptions').put({ ...rest, rootDigest: keyId } satisfies Subscription)
}

/** Version 2: a generation may lie in layers, and where ids lie has a row of its own. The records stay as they are. */
export async function upgradeToLayers(transaction: Transaction): Promise<void> {
  const rows = (await transaction.table('bundles').toArray()) as FlatBundleRow[]
  for (const { install, firstIds, ...rest } of rows) {
    const layer = { install, chunks: firstIds.length, records: rest.manifest.counts.entities }
    const directory: DirectoryRow = { install, firstIds }
    await transaction.table('directories').put(directory)
    await transaction.table('bundles').put({ ...rest, layers: [layer] } satisfies BundleRow)
  }
}
