import { ok, type Result } from '../model/result.ts'
import type { Subscription, SyncOutcome, SyncState } from '../model/sync-state.ts'
import type { StorageError } from '../storage/storage-error.ts'
import { afterRestart, reduceSync } from './reduce-sync.ts'
import type { SyncEvent } from './sync-event.ts'
import type { SyncInput } from './sync-input.ts'
import { syncOnce } from './sync-once.ts'

/** Where the subscriptions and the states of their updates are kept. */
export interface SyncLedger {
  subscriptions(): Promise<Result<readonly Subscription[], StorageError>>
  loadState(link: string): Promise<Result<SyncState, StorageError>>
  saveState(link: string, state: SyncState): Promise<Result<unknown, StorageError>>
}

/** Ten times a second is more than an eye needs; each save is a write to the disk. */
const SAVE_EVERY_MS = 100

/** Updates every subscription, one after another, in the reader's order; keeps the state of each for the interface. */
export async function syncAll(
  ledger: SyncLedger,
  input: Omit<SyncInput, 'subscription' | 'onEvent'>,
): Promise<Result<readonly SyncOutcome[], StorageError>> {
  const subscriptions = await ledger.subscriptions()
  if (!subscriptions.ok) return subscriptions
  const outcomes: SyncOutcome[] = []
  for (const subscription of subscriptions.value)
    outcomes.push(await syncAndKeep(ledger, { ...input, subscription }))
  return ok(outcomes)
}

/** At start-up: no update is running, whatever a kill left written. */
export async function settleStates(ledger: SyncLedger): Promise<void> {
  const subscriptions = await ledger.subscriptions()
  for (const { link } of subscriptions.ok ? subscriptions.value : []) {
    const state = await ledger.loadState(link)
    if (state.ok && state.value.phase !== 'idle') await ledger.saveState(link, afterRestart(state.value))
  }
}

async function syncAndKeep(ledger: SyncLedger, input: Omit<SyncInput, 'onEvent'>): Promise<SyncOutcome> {
  const { link } = input.subscription
  const loaded = await ledger.loadState(link)
  const keeper = keepState(loaded.ok ? loaded.value : { phase: 'idle' }, {
    save: (state) => ledger.saveState(link, state),
    now: () => input.clock.now(),
  })
  const outcome = await syncOnce({ ...input, onEvent: keeper.onEvent })
  await keeper.settled()
  return outcome
}

interface Keeping {
  readonly save: (state: SyncState) => Promise<unknown>
  readonly now: () => number
}

/** Folds events into a state and saves it: every change of phase, and between them now and then. */
function keepState(initial: SyncState, { save, now }: Keeping) {
  let state = initial
  let savedAt = Number.NEGATIVE_INFINITY
  // One save after another, so that an earlier state never lands on a later one.
  let saves: Promise<unknown> = Promise.resolve()
  const onEvent = (event: SyncEvent): void => {
    const before = state
    const after = reduceSync(before, event)
    state = after
    if (after === before || (after.phase === before.phase && now() - savedAt < SAVE_EVERY_MS)) return
    savedAt = now()
    saves = saves.then(() => save(after))
  }
  return { onEvent, settled: () => saves }
}
