import { browser } from 'wxt/browser'
import { tellPage } from '../messaging/client.ts'

/** The content script's file in the built extension, and the id under which it is registered. */
const PAGE_SCRIPT = '/page.js'
const REGISTRATION = 'page'
/** The card's script: only a frame that has marks gets it. */
const CARD_SCRIPT = '/card.js'

/**
 * Registers the content script for exactly the sites that the reader has granted. A script in the
 * manifest would ask for all sites at installation; a registered one follows the grants.
 */
export async function registerPageScript(): Promise<void> {
  const matches = await grantedOrigins()
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] })
  if (matches.length === 0) return registered.length ? unregister() : undefined
  const script = {
    id: REGISTRATION,
    js: [PAGE_SCRIPT],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
    allFrames: true,
    // Frames of `about:blank`, `srcdoc`, `blob:` and `data:` belong to the page that made them.
    matchOriginAsFallback: true,
  }
  await (registered.length
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]))
}

const unregister = (): Promise<void> => browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] })

/** The match patterns of the sites that the reader has granted. */
async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  return origins
}

/** Starts the content script in tabs that were open before it could be registered. */
export async function startInOpenTabs(): Promise<void> {
  const url = await grantedOrigins()
  if (url.length === 0) return
  const tabs = await browser.tabs.query({ url })
  const ids = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id]))
  await Promise.allSettled(ids.map(startIn))
}

/** Starts the content script in one tab, in every frame that is allowed; rejects where the browser allows no script. */
export async function startIn(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [PAGE_SCRIPT] })
}

/** Ends the content scripts in tabs that the reader allows no longer; they leave no trace, and no reload is needed. */
export async function leaveClosedTabs(): Promise<void> {
  const tabs = await browser.tabs.query({})
  // The address of a tab is told only where there is access, for good or by a click on the button.
  const closed = tabs.flatMap(({ id, url }) => (id === undefined || url !== undefined ? [] : [id]))
  await Promise.all(closed.map((id) => tellPage(id, 'tab/leave', {})))
}

/** Starts the card's script in the frame that asks for it; false where the browser refuses. */
export async function startCardScript(_: unknown, { tabId, frameId = 0 }: Frame): Promise<boolean> {
  if (tabId === undefined) return false
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_SCRIPT] })
    return true
  } catch {
    return false
  }
}

interface Frame {
  readonly tabId?: number
  readonly frameId?: number
}
