import { openLookup } from '../../src/background/open-lookup.ts'
import { ask } from '../../src/messaging/client.ts'
import type { Lookup } from '../../src/model/lookup.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import type { BackgrounderDatabase } from '../../src/storage/database.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { listSubscriptions, loadSyncState } from '../../src/storage/subscriptions.ts'
import type { LastUpdate } from '../../src/ui/bundle/update-state.ts'

/** What the popup reads before it shows anything. */
export interface PopupData {
  readonly lookup: Lookup
  readonly storage: 'ready' | 'packaged'
  /** Absent where it does not open. */
  readonly database: BackgrounderDatabase | undefined
  readonly settings: Settings
  /** The link that facts are updated from, or an empty text. */
  readonly subscription: string
  readonly lastUpdate: LastUpdate | undefined
}

/** Opens the database directly: no worker has to wake up for a look-up. */
export async function openPopupData(): Promise<PopupData> {
  const [opened, settings] = await Promise.all([openLookup(isInstalled), readSettings()])
  const database = opened.storage === 'ready' ? opened.database : undefined
  const subscribed = database ? await readSubscription(database) : NOTHING
  return { lookup: opened.lookup, storage: opened.storage, database, settings, ...subscribed }
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

const readSettings = (): Promise<Settings> => settingsStore.getValue().catch(() => DEFAULT_SETTINGS)

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
