import type { UpdateOutcome } from '../model/update-outcome.ts'
import { bundleStore } from '../storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { syncLedger } from '../storage/subscriptions.ts'
import { exclusively } from '../sync/exclusive.ts'
import { syncAll } from '../sync/sync-all.ts'
import type { SyncInput } from '../sync/sync-input.ts'
import { backedUpFloor } from './back-up.ts'
import { freeBytes } from './disk.ts'

/** Updates every subscription, one after the other, in the reader's order. Each step is kept for the popup to watch. */
export async function updateAll(
  database: BackgrounderDatabase,
  signal: AbortSignal,
  follow: SyncInput['follow'],
): Promise<readonly UpdateOutcome[]> {
  const outcomes = await exclusively(navigator.locks, () =>
    syncAll(syncLedger(database), {
      store: bundleStore(database),
      fetch: (address, init) => fetch(address, init),
      crypto: crypto.subtle,
      clock: Date,
      free: freeBytes,
      floor: backedUpFloor,
      ...(follow && { follow }),
      signal,
    }),
  )
  if (!outcomes.ok) return [{ outcome: 'failed', ...outcomes.error }]
  return outcomes.value.length > 0 ? outcomes.value : [{ outcome: 'no-subscription' }]
}
