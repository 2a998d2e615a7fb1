import type { Floor, StoredMetadata } from '../bundle/tuf/stored-metadata.ts'
import type { Confirmation } from '../model/freshness.ts'
import type { BundleId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import type { Difference } from './change-log.ts'
import { collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Incoming } from './flip.ts'
import { stagedFor, type WriteOptions } from './staging.ts'
import { loadState, type StoredState } from './state-rows.ts'
import { guarded, type StorageError } from './storage-error.ts'
import { type IncomingChanges, takeChanges } from './take-changes.ts'
import { beginIntake, type Intake, type StoreStep } from './take-whole.ts'
import { loadTrust, saveTrust } from './trust.ts'

/** What an update needs to know of a bundle that is there. */
export interface InstalledBundle {
  readonly bundle: BundleId
  readonly generation: number
  /** The identity of the bundle that it came from; absent for the packaged one. */
  readonly rootDigest?: string
  /** Who may replace it (`familyOf`). */
  readonly family: string
  /** The link of the bundle that its publisher goes on with. */
  readonly successor?: string
  /** The digest of its records, in hexadecimal; absent where it was installed without one. */
  readonly stateRoot?: string
  readonly epoch?: number
  readonly origin: 'packaged' | 'synced'
}

/** The part of storage that an update works with. */
export interface BundleStore {
  installed(bundle: string): Promise<Result<InstalledBundle | undefined, StorageError>>
  /** The state digest of what is installed, to be carried over a change; undefined where there is none. */
  state(bundle: string): Promise<Result<StoredState | undefined, StorageError>>
  /** Begins to take in a whole generation, or goes on with it; `plan` names its content exactly. */
  begin(incoming: Incoming, plan: string): StoreStep<Intake>
  /** Shows the installed generation with changes as the next one. `installedAt`: ISO 8601 instant (UTC). */
  change(incoming: IncomingChanges, installedAt: string, options: WriteOptions): StoreStep<Difference>
  /** Keeps when the publisher last said that this is the newest. */
  confirm(bundle: string, confirmed: Confirmation): Promise<Result<unknown, StorageError>>
  /** The metadata of a subscription that was accepted last; rejects where it cannot be read. */
  loadTrust(link: string): Promise<StoredMetadata | undefined>
  saveTrust(link: string, metadata: StoredMetadata, floor: Floor | undefined): Promise<unknown>
  /** Deletes what interrupted attempts at a bundle left. */
  forget(bundle: string): Promise<void>
}

/** The store on the database. */
export const bundleStore = (database: BackgrounderDatabase): BundleStore => ({
  installed: (bundle) =>
    guarded('installed', async () => {
      const row = await database.bundles.get(bundle)
      const { rootDigest } = row?.manifest ?? {}
      return row && { ...row, ...(rootDigest !== undefined && { rootDigest }) }
    }),
  state: (bundle) =>
    guarded('state', async () => {
      const row = await database.bundles.get(bundle)
      return row && loadState(database, row)
    }),
  begin: (incoming, plan) => guarded('install', () => beginIntake(database, incoming, plan)),
  change: (incoming, installedAt, options) =>
    guarded('install', () => takeChanges(database, incoming, installedAt, options)),
  confirm: (bundle, confirmed) => guarded('confirm', () => database.bundles.update(bundle, { confirmed })),
  loadTrust: (link) => loadTrust(database, link),
  saveTrust: async (link, metadata, floor) => saveTrust(database, link, metadata, floor),
  forget: async (bundle) => {
    await guarded('collect', async () => {
      for (const { install } of await stagedFor(database, bundle))
        if (install !== undefined) await collectInstall(database, install)
    })
  },
})
