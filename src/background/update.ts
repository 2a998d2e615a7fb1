import type { Subscription, SyncOutcome, SyncState } from '../model/sync-state.ts'
import type { UpdateOutcome } from '../model/update-outcome.ts'
import { bundleStore } from '../storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { listSubscriptions, loadSyncState, saveSyncState } from '../storage/subscriptions.ts'
import { reduceSync } from '../sync/reduce-sync.ts'
import { syncOnce } from '../sync/sync-once.ts'

/** Updates every subscription, one after the other, in the reader's order. Each step is kept for the popup to watch. */
export async function updateAll(
  database: BackgrounderDatabase,
  signal: AbortSignal,
): Promise<readonly UpdateOutcome[]> {
  const subscriptions = await listSubscriptions(database)
  if (!subscriptions.ok) return [{ outcome: 'failed', ...subscriptions.error }]
  if (subscriptions.value.length === 0) return [{ outcome: 'no-subscription' }]
  const outcomes: UpdateOutcome[] = []
  for (const subscription of subscriptions.value)
    outcomes.push(await updateOne(database, subscription, signal))
  return outcomes
}

async function updateOne(
  database: BackgrounderDatabase,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const { link } = subscription
  const loaded = await loadSyncState(database, link)
  let state: SyncState = loaded.ok ? loaded.value : { phase: 'idle' }
  let saved: Promise<unknown> = Promise.resolve()
  const outcome = await syncOnce({
    subscription,
    store: bundleStore(database),
    fetch: (input, init) => fetch(input, init),
    crypto: crypto.subtle,
    clock: Date,
    signal,
    onEvent: (event) => {
      state = reduceSync(state, event)
      saved = saveSyncState(database, link, state)
    },
  })
  // The last state is what the popup shows after a restart of the worker.
  await saved
  return outcome
}
