import { Dexie, type Table } from 'dexie'
import { fail, ok, type Result } from '../model/result.ts'
import type { Subscription } from '../model/sync-state.ts'
import type {
  BucketRow,
  BundleRow,
  ChangesRow,
  ChunkRow,
  DigestRow,
  DirectoryRow,
  IndexRow,
  InstallRow,
  LeaseRow,
  SyncStateRow,
  TrustRow,
} from './rows.ts'
import { guarded, type StorageError } from './storage-error.ts'
import { upgradeSubscriptions, upgradeToLayers } from './upgrade-to-layers.ts'

/** The name of the extension's one database. */
export const DATABASE_NAME = 'backgrounder'

/** Another IndexedDB than the surroundings': a test's. */
export interface DatabaseEngine {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/**
 * All tables and every version of them. A released version is never edited: a change is a new version.
 * Records lie packed, some hundred to a row, because that writes and reads many times faster than one by one.
 */
export class BackgrounderDatabase extends Dexie {
  declare readonly bundles: Table<BundleRow, string>
  declare readonly installs: Table<InstallRow, number>
  declare readonly directories: Table<DirectoryRow, number>
  declare readonly chunks: Table<ChunkRow, [install: number, number: number]>
  declare readonly digests: Table<DigestRow, number>
  declare readonly buckets: Table<BucketRow, [install: number, index: number]>
  declare readonly trusts: Table<TrustRow, string>
  declare readonly leases: Table<LeaseRow, string>
  declare readonly subscriptions: Table<Subscription, string>
  declare readonly syncStates: Table<SyncStateRow, string>
  declare readonly indexes: Table<IndexRow, string>
  declare readonly changes: Table<ChangesRow, string>

  constructor(name: string, engine?: DatabaseEngine) {
    // Strict durability: what was reported as installed is on the disk, not in a cache.
    super(name, { chromeTransactionDurability: 'strict', ...engine })
    this.version(1).stores({
      bundles: '&bundle',
      installs: '++install, state',
      chunks: '&[install+number]',
      subscriptions: '&link',
      syncStates: '&link',
      indexes: '&key',
    })
    this.version(2)
      .stores({
        directories: '&install',
        digests: '&install',
        buckets: '&[install+index]',
        trusts: '&link',
        leases: '&name',
        changes: '&bundle',
      })
      .upgrade(async (transaction) => {
        await upgradeToLayers(transaction)
        await upgradeSubscriptions(transaction)
      })
  }
}

/** Opens the database. Where that fails the caller serves the packaged bundle from memory and says so. */
export async function openDatabase(
  name: string = DATABASE_NAME,
  engine?: DatabaseEngine,
): Promise<Result<BackgrounderDatabase, StorageError>> {
  const database = new BackgrounderDatabase(name, engine)
  const opened = await guarded('open', () => database.open())
  if (opened.ok) return ok(database)
  database.close()
  // Whatever the cause is named: without an open database there is no storage.
  return fail({ ...opened.error, code: 'storage-unavailable' })
}
