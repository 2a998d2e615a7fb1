import { browser } from 'wxt/browser'
import { indexMaker } from '../indexing/index-maker.ts'
import { startIndexThread } from '../indexing/index-thread.ts'
import { serve } from '../messaging/server.ts'
import type { MessageSource } from '../model/message-source.ts'
import { ok, type Result } from '../model/result.ts'
import type { UpdateOutcome } from '../model/update-outcome.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { mutesStore, privateMutesStore } from '../storage/mutes-store.ts'
import { openReliably } from '../storage/open-reliably.ts'
import { settingsStore } from '../storage/settings-store.ts'
import { hasStaging } from '../storage/staging.ts'
import type { StorageError } from '../storage/storage-error.ts'
import { leaveClosedTabs, registerPageScript, startInOpenTabs } from './access.ts'
import {
  RESUME_ALARM,
  scheduleNext,
  setResumeAlarm,
  setUpdateAlarm,
  stayingAwake,
  UPDATE_ALARM,
} from './alarms.ts'
import { backUpSubscriptions } from './back-up.ts'
import { bundleHandlers } from './bundle-handlers.ts'
import { chosenTexts, messagesIn } from './catalogue.ts'
import { serveCommands } from './commands.ts'
import { createMenus, serveMenus } from './context-menu.ts'
import { followUpdates } from './follow-updates.ts'
import { handlersOf, type Reliably } from './handlers.ts'
import { IndexBuilds } from './index-builds.ts'
import { prepareDatabase } from './install-packaged-bundle.ts'
import { createWarmKnowledge, type OpenKnown } from './knowledge.ts'
import { serveOmnibox } from './omnibox.ts'
import { openLookup } from './open-lookup.ts'
import { ownAliases } from './own-aliases.ts'
import { refreshTabs } from './refresh-tabs.ts'
import { retrying } from './retrying.ts'
import { searchKeeper } from './search-keeper.ts'
import { spawnIndexThread } from './spawn-index-thread.ts'
import { createUpdater } from './updater.ts'

/** The page that explains the extension and lets the reader choose where it may read. */
const WELCOME_PAGE = '/welcome.html'

/**
 * The whole life of the background. Every listener is added synchronously: a worker that is woken by an
 * event hears it only if the listener is there when the script has run.
 *
 * Updates begin here and nowhere else: at the reader's button and at an alarm, which the start of the browser
 * or an end of an update sets. What a page causes never leads to a request (docs/threat-model.md).
 */
export function startBackground(): void {
  const builds = new IndexBuilds(stayingAwake)
  const start = () => startIndexThread(spawnIndexThread, navigator.locks)
  const make = indexMaker(start)
  const opened = keptWhenReady(() =>
    openLookup({
      prepare: prepareDatabase,
      searches: (database, lookup) => searchKeeper({ database, lookup }, builds, make),
      open: openOrRebuild,
    }),
  )
  const known = { open: opened.get, ownAliases, builds, make }
  const knowledge = createWarmKnowledge(known)
  const forget = async () => {
    knowledge.forget()
    await opened.forget()
  }
  const reliably: Reliably = (run) => retrying(run, { forget, wait })
  const database = async () => {
    const open = await opened.get()
    return open.storage === 'ready' ? open.database : undefined
  }
  const changed = async () => {
    await knowledge.refresh()
    await refreshTabs()
  }
  const setAlarm = async () => setUpdateAlarm(((await (await database())?.subscriptions.count()) ?? 0) > 0)
  /** An update that the end of the browser interrupted is taken up again. */
  const resume = async () => {
    const open = await database()
    if (open && (await hasStaging(open))) await setResumeAlarm()
  }
  const subscriptionsChanged = async () => {
    const open = await database()
    if (open) await backUpSubscriptions(open)
    await setAlarm()
  }
  const ended = async (outcomes: readonly UpdateOutcome[]) => {
    await scheduleNext(outcomes.some(({ outcome }) => outcome === 'failed'))
    if (outcomes.some(({ outcome }) => outcome === 'updated')) await changed()
    const open = await database()
    if (open) await backUpSubscriptions(open)
  }
  const updater = createUpdater({ database, ended, forget, follow: followUpdates({ ...known, start }) })
  serve(
    handlersOf({
      knowledge,
      reliably,
      bundles: bundleHandlers({ database, updater, changed, subscriptionsChanged }),
      lang: async () => (await readMessages())('meta_language', []),
      texts: async () => chosenTexts((await settingsStore.getValue()).language),
      prepareSearch: async () => {
        const open = await opened.get()
        return open.storage === 'ready' ? open.searches.prepare() : { state: 'ready' }
      },
      ownChanged: changed,
    }),
  )
  serveMenus()
  serveCommands()
  serveOmnibox({
    lookup: async () => (await knowledge.get()).lookup,
    message: readMessages,
    entryPage: 'popup.html',
  })
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason).then(setAlarm))
  browser.runtime.onStartup.addListener(() => void Promise.all([registerPageScript(), setAlarm(), resume()]))
  browser.permissions.onAdded.addListener(() => void followAccess())
  browser.permissions.onRemoved.addListener(() => void withdrawAccess())
  // Wherever a mute is said or taken back, the card, the options or an import: open pages follow.
  for (const store of [mutesStore, privateMutesStore]) store.watch(() => void refreshTabs())
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === UPDATE_ALARM || name === RESUME_ALARM) void updater.run()
  })
  settingsStore.watch((now, before) => {
    if (now.updateHours !== before.updateHours) void setAlarm()
    if (now.language !== before.language) void readMessages().then(createMenus)
  })
}

/** The texts in the language of the interface. */
const readMessages = async (): Promise<MessageSource> => messagesIn((await settingsStore.getValue()).language)

async function installed(reason: string): Promise<void> {
  await createMenus(await readMessages())
  await followAccess()
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) })
}

async function followAccess(): Promise<void> {
  await registerPageScript()
  await startInOpenTabs()
}

async function withdrawAccess(): Promise<void> {
  await registerPageScript()
  await leaveClosedTabs()
}

/** Opened once; where the database did not open, or the package failed, it is tried again at the next need. */
function keptWhenReady(open: () => Promise<OpenKnown>) {
  let kept: Promise<OpenKnown> | undefined
  const drop = () => {
    kept = undefined
  }
  const get = () => {
    if (!kept) {
      kept = open()
      kept.then(({ storage }) => storage === 'packaged' && drop(), drop)
    }
    return kept
  }
  /** Closes what is open; the next need opens it anew. */
  const forget = async () => {
    const before = await kept?.catch(() => undefined)
    drop()
    if (before?.storage === 'ready') before.database.close()
  }
  return { get, forget }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

async function openOrRebuild(): Promise<Result<BackgrounderDatabase, StorageError>> {
  const opened = await openReliably({ wait })
  if (!opened.ok) return opened
  if (opened.value.rebuilt) console.warn('the database was damaged and is made anew')
  return ok(opened.value.database)
}
