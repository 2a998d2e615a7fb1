import { browser } from 'wxt/browser'
import { serve } from '../messaging/server.ts'
import type { UpdateOutcome } from '../model/update-outcome.ts'
import { mutesStore, privateMutesStore } from '../storage/mutes-store.ts'
import { registerPageScript, startInOpenTabs } from './access.ts'
import { handlersOf } from './handlers.ts'
import { prepareDatabase } from './install-packaged-bundle.ts'
import { createWarmKnowledge } from './knowledge.ts'
import { type OpenLookup, openLookup } from './open-lookup.ts'
import { refreshTabs } from './refresh-tabs.ts'
import { singleFlight } from './single-flight.ts'
import { subscribe } from './subscribe.ts'
import { updateAll } from './update.ts'

/** The page that explains the extension and lets the reader choose where it may read. */
const WELCOME_PAGE = '/welcome.html'

/**
 * The whole life of the background. Every listener is added synchronously: a worker that is woken by an
 * event hears it only if the listener is there when the script has run. `lang` is the catalogue's (BCP 47).
 */
export function startBackground(lang: string): void {
  const opened = keptWhenReady(() => openLookup(prepareDatabase))
  serve(
    handlersOf({
      knowledge: createWarmKnowledge(opened),
      update: singleFlight(async () => withDatabase(await opened())),
      lang,
      subscribe: async (address) => subscribed(await opened(), address),
    }),
  )
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason))
  browser.runtime.onStartup.addListener(() => void registerPageScript())
  browser.permissions.onAdded.addListener(() => void followAccess())
  browser.permissions.onRemoved.addListener(() => void registerPageScript())
  // Wherever a mute is said or taken back, the card, the options or an import: open pages follow.
  for (const store of [mutesStore, privateMutesStore]) store.watch(() => void refreshTabs())
}

async function installed(reason: string): Promise<void> {
  await followAccess()
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) })
}

async function followAccess(): Promise<void> {
  await registerPageScript()
  await startInOpenTabs()
}

/** An update has nowhere to go where the database does not open; the packaged facts stay. */
async function withDatabase(opened: OpenLookup): Promise<readonly UpdateOutcome[]> {
  if (opened.storage === 'packaged') return [NO_STORAGE]
  return updateAll(opened.database, new AbortController().signal)
}

const NO_STORAGE: UpdateOutcome = {
  outcome: 'failed',
  code: 'storage-unavailable',
  where: 'open',
  detail: 'the database did not open',
}

async function subscribed(opened: OpenLookup, address: string): Promise<string | null> {
  if (opened.storage === 'packaged') return 'not-saved'
  const result = await subscribe(opened.database, address)
  return result.ok ? null : result.error
}

/** Opened once; where the database did not open, or the package failed, it is tried again at the next need. */
function keptWhenReady(open: () => Promise<OpenLookup>): () => Promise<OpenLookup> {
  let kept: Promise<OpenLookup> | undefined
  const forget = () => {
    kept = undefined
  }
  return () => {
    if (!kept) {
      kept = open()
      kept.then(({ storage }) => storage === 'packaged' && forget(), forget)
    }
    return kept
  }
}
