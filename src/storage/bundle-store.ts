import type { VerifiedGeneration } from '../bundle/verify-generation.ts'
import type { Result } from '../model/result.ts'
import type { Difference } from './compare-lines.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type InstallOptions, installGeneration } from './install-generation.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** What an update needs to know of a bundle that is there. */
export interface InstalledBundle {
  readonly generation: number
  /** Who may replace it (`familyOf`). */
  readonly family: string
}

/** The part of storage that an update works with. */
export interface BundleStore {
  installed(bundle: string): Promise<Result<InstalledBundle | undefined, StorageError>>
  install(generation: VerifiedGeneration, options: InstallOptions): Promise<Result<Difference, StorageError>>
}

/** The store on the database. */
export const bundleStore = (database: BackgrounderDatabase): BundleStore => ({
  installed: (bundle) => guarded('installed', () => database.bundles.get(bundle)),
  install: (generation, options) => installGeneration(database, generation, options),
})
