import { dropDamaged } from '../storage/boot-check.ts'
import { bundleStore } from '../storage/bundle-store.ts'
import { collectLeftovers } from '../storage/collect-garbage.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { syncLedger } from '../storage/subscriptions.ts'
import { exclusively } from '../sync/exclusive.ts'
import { installPackaged } from '../sync/install-packaged.ts'
import { settleStates } from '../sync/sync-all.ts'
import { restoreFromBackUp } from './back-up.ts'
import { followPackage } from './follow-package.ts'
import { packagedFiles } from './packaged-bundle.ts'

/**
 * At start-up: clears what a kill left behind and installs the packaged bundle where it is newer than what is
 * stored. False where the database did not take it.
 */
export async function prepareDatabase(database: BackgrounderDatabase): Promise<boolean> {
  try {
    await restoreFromBackUp(database)
    const damaged = await dropDamaged(database, Math.random)
    if (damaged.size > 0) console.warn(damaged)
    await collectLeftovers(database)
    await settleStates(syncLedger(database))
  } catch (cause) {
    // Leftovers are invisible; they are collected at another start.
    console.warn(cause)
  }
  const installed = await exclusively(navigator.locks, () =>
    installPackaged({
      files: packagedFiles(),
      store: bundleStore(database),
      crypto: crypto.subtle,
      clock: Date,
    }),
  )
  if (!installed.ok) console.warn(installed.error)
  else await followPackage(database, installed.value.bundle)
  return installed.ok
}
