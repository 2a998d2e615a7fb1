import { liveQuery } from 'dexie'
import { openLookup } from '../../src/background/open-lookup.ts'
import { ask } from '../../src/messaging/client.ts'
import type { Lookup } from '../../src/model/lookup.ts'
import type { SyncState } from '../../src/model/sync-state.ts'
import type { BackgrounderDatabase } from '../../src/storage/database.ts'
import { listSubscriptions, loadSyncState } from '../../src/storage/subscriptions.ts'
import type { LastUpdate } from '../../src/ui/bundle/update-state.ts'

/** What the popup reads from storage. */
export interface PopupData {
  readonly lookup: Lookup
  readonly storage: 'ready' | 'packaged'
  /** The link that facts are updated from, or an empty text. */
  readonly subscription: string
  readonly lastUpdate: LastUpdate | undefined
  /** Tells where a running update stands, and undefined when none runs; gives a function that ends it. */
  readonly watchProgress: (tell: (progress: SyncState | undefined) => void) => () => void
}

/** Opens the database directly: no worker has to wake up for a look-up. */
export async function openPopupData(): Promise<PopupData> {
  const opened = await openLookup(isInstalled)
  const { lookup, storage } = opened
  if (opened.storage === 'packaged') return { lookup, storage, ...NOTHING, watchProgress: () => () => {} }
  const { database } = opened
  const watchProgress: PopupData['watchProgress'] = (tell) => watch(database, tell)
  return { lookup, storage, ...(await readSubscription(database)), watchProgress }
}

/** At the very first start the background may still be installing; to ask it for anything waits for that. */
async function isInstalled(database: BackgrounderDatabase): Promise<boolean> {
  try {
    if ((await database.bundles.count()) > 0) return true
    await ask('entity/card', { entities: [] })
    return (await database.bundles.count()) > 0
  } catch (cause) {
    console.warn(cause)
    return false
  }
}

const NOTHING = { subscription: '', lastUpdate: undefined }

async function readSubscription(
  database: BackgrounderDatabase,
): Promise<Pick<PopupData, 'subscription' | 'lastUpdate'>> {
  const subscriptions = await listSubscriptions(database)
  const link = subscriptions.ok ? subscriptions.value[0]?.link : undefined
  if (link === undefined) return NOTHING
  const state = await loadSyncState(database, link)
  const last = state.ok ? state.value.last : undefined
  return { subscription: link, lastUpdate: last && { at: last.at, outcomes: [last.outcome] } }
}

/** The state is watched where the background keeps it, not asked for. */
function watch(database: BackgrounderDatabase, tell: (progress: SyncState | undefined) => void): () => void {
  const subscription = liveQuery(() => database.syncStates.toArray()).subscribe({
    next: (rows) => tell(rows.map(({ state }) => state).find(({ phase }) => phase !== 'idle')),
    error: (cause) => console.warn(cause),
  })
  return () => subscription.unsubscribe()
}
