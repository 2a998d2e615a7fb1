import { liveQuery } from 'dexie'
import { openLookup } from '../../src/background/open-lookup.ts'
import { ask } from '../../src/messaging/client.ts'
import type { Lookup } from '../../src/model/lookup.ts'
import type { Preparation } from '../../src/model/preparation.ts'
import { listBundles } from '../../src/storage/arrange-bundles.ts'
import type { BackgrounderDatabase } from '../../src/storage/database.ts'
import type { EntriesState } from '../../src/ui/bundle/entries-state.ts'

/** What the popup reads from storage. */
export interface PopupData {
  readonly lookup: Lookup
  readonly storage: 'ready' | 'packaged'
  /** Tells the reader's bundles and where their updates stand, whenever that changes; gives a function that ends it. */
  readonly watchEntries: (tell: (entries: EntriesState) => void) => () => void
}

/** Opens the database directly: no worker has to wake up for a look-up. */
export async function openPopupData(): Promise<PopupData> {
  const opened = await openLookup({ prepare: isInstalled, searches: () => ({ prepare: askForSearch }) })
  const { lookup, storage } = opened
  if (opened.storage === 'packaged')
    return { lookup, storage, watchEntries: (tell) => tellPackaged(lookup, tell) }
  const { database } = opened
  return { lookup, storage, watchEntries: (tell) => watch(database, tell) }
}

/** The background alone builds the index of the search: what it has begun, no page begins again. */
async function askForSearch(): Promise<Preparation> {
  const reply = await ask('search/prepare', {})
  if (!reply.ok) throw new Error(`the search is not ready: ${reply.error.detail}`)
  return reply.value
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

/** What is served from memory has no subscription and never changes. */
function tellPackaged(lookup: Lookup, tell: (entries: EntriesState) => void): () => void {
  void lookup
    .bundles()
    .then((bundles) =>
      tell({ state: 'ready', entries: bundles.map((info) => ({ info, isOn: true, isPackaged: true })) }),
    )
  return () => undefined
}

/** The bundles are watched where the background keeps them, not asked for. */
function watch(database: BackgrounderDatabase, tell: (entries: EntriesState) => void): () => void {
  const subscription = liveQuery(() => listBundles(database)).subscribe({
    next: (entries) => tell({ state: 'ready', entries }),
    error: (cause) => {
      console.warn(cause)
      tell({ state: 'failed' })
    },
  })
  return () => subscription.unsubscribe()
}
