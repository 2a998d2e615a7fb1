import type { BundleError } from '../bundle/bundle-error.ts'
import { startTally } from '../bundle/generation-tally.ts'
import type { RecordLine } from '../bundle/read-record.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { ChangeLog, type Difference } from './change-log.ts'
import { recordOf, stagedLine } from './chunks.ts'
import { collectGarbage, collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import { flip, type Incoming, placeFor } from './flip.ts'
import { takeLease } from './lease.ts'
import { linesOf } from './read-layers.ts'
import { openStaging, stagedFor, type WriteOptions } from './staging.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** What an update needs to know of a bundle that is there. */
export interface InstalledBundle {
  readonly generation: number
  /** Who may replace it (`familyOf`). */
  readonly family: string
}

type Step<T> = Promise<Result<T, StorageError | BundleError>>

/** A generation on its way in. Whatever is given was verified part by part; the whole is judged at the end. */
export interface Intake {
  /** Parts that need not be given: an earlier attempt had written them. */
  readonly parts: number
  /** The records of the next part, written where nobody sees them. */
  write(lines: readonly RecordLine[], options?: WriteOptions): Step<void>
  /** Checks the whole and shows it. `installedAt`: ISO 8601 instant (UTC). */
  finish(installedAt: string): Step<Difference>
  /** Gives up; `keep` leaves what is written for another attempt. */
  abandon(keep: boolean): Promise<void>
}

/** The part of storage that an update works with. */
export interface BundleStore {
  installed(bundle: string): Promise<Result<InstalledBundle | undefined, StorageError>>
  /** Begins to take in a whole generation, or goes on with it; `plan` names its content exactly. */
  begin(incoming: Incoming, plan: string): Step<Intake>
  /** Deletes what interrupted attempts at a bundle left. */
  forget(bundle: string): Promise<void>
}

/** The store on the database. */
export const bundleStore = (database: BackgrounderDatabase): BundleStore => ({
  installed: (bundle) => guarded('installed', () => database.bundles.get(bundle)),
  begin: (incoming, plan) => guarded('install', () => beginIntake(database, incoming, plan)),
  forget: async (bundle) => {
    await guarded('collect', async () => {
      for (const { install } of await stagedFor(database, bundle))
        if (install !== undefined) await collectInstall(database, install)
    })
  },
})

async function beginIntake(
  database: BackgrounderDatabase,
  incoming: Incoming,
  plan: string,
): Promise<Intake> {
  const { before } = await placeFor(database, incoming)
  const fence = await takeLease(database)
  const tally = startTally()
  const changes = new ChangeLog(linesOf(database, before?.layers ?? []))
  const { id: bundle, generation } = incoming.manifest
  const staging = await openStaging(database, fence, { bundle, generation, plan }, async (lines) => {
    tally.add(lines.map(({ line }) => recordOf(line)))
    await changes.add(lines)
  })
  return {
    parts: staging.parts,
    write: async (lines, options) => {
      const error = tally.add(lines.map(({ record }) => record))
      if (error) return fail(error)
      return guarded('install', async () => {
        const staged = lines.map(stagedLine)
        await changes.add(staged)
        await staging.write(staged, options)
      })
    },
    finish: async (installedAt) => {
      const error = tally.finish(incoming.manifest)
      if (error) return fail(error)
      const shown = await guarded('install', async () => {
        await changes.finish()
        await database.directories.put({ install: staging.install, firstIds: staging.firstIds })
        await flip(database, fence, { ...incoming, staging, below: [], changes, installedAt })
      })
      if (!shown.ok) return shown
      // A failure here is no failure of the install: what is left over is invisible and collected later.
      await guarded('collect', () => collectGarbage(database, ['old']))
      return ok(changes.difference)
    },
    abandon: async (keep) => {
      if (!keep || staging.parts === 0)
        await guarded('collect', () => collectInstall(database, staging.install))
    },
  }
}
