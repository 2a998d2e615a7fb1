import type { Transaction } from 'dexie'
import type { EntityId } from '../model/ids.ts'
import type { BundleRow, DirectoryRow } from './rows.ts'

/** The pointer of version 1: one install, and where its ids lie. */
type FlatBundleRow = Omit<BundleRow, 'layers'> & {
  readonly install: number
  readonly firstIds: readonly EntityId[]
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
