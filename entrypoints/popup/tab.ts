import { browser } from 'wxt/browser'
import { startIn } from '../../src/background/access.ts'
import { askPage } from '../../src/messaging/client.ts'
import type { ClosedPage, TabAccess } from '../../src/ui/popup/tab-access.ts'

/** The tab that the popup was opened on. `url` is absent where the browser does not tell it. */
export interface ActiveTab {
  readonly id: number
  readonly url?: string
  readonly isPrivate: boolean
}

/** The active tab of this window, if there is one. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return undefined
  return { id: tab.id, isPrivate: tab.incognito, ...(tab.url !== undefined && { url: tab.url }) }
}

/** What can be told of a tab. A click on the button allows this page, so the content script is started where it is missing. */
export async function tabAccess(tab: ActiveTab): Promise<TabAccess> {
  const asked = await marksOf(tab)
  if (asked) return asked
  try {
    await startIn(tab.id)
  } catch {
    return refusal(tab)
  }
  return (await marksOf(tab)) ?? refusal(tab)
}

async function marksOf(tab: ActiveTab): Promise<TabAccess | undefined> {
  const marks = await askPage(tab.id, 'tab/marks', {})
  if (!marks.ok) return undefined
  if (marks.value.state === 'unreadable') return { state: 'closed', why: 'not-a-document' }
  return { state: 'marks', host: hostOf(tab), marks: marks.value, lasting: await isLasting(tab) }
}

/** Whether the site of a page with marks is allowed for good: of other addresses the browser refuses to be asked. Where the address is not told nothing could be asked for, so nothing is offered. */
async function isLasting({ url, isPrivate }: ActiveTab): Promise<boolean> {
  // A grant is written into the profile, and of a private window nothing is to be.
  if (isPrivate) return true
  if (url === undefined || !URL.canParse(url)) return true
  return browser.permissions.contains({ origins: [sitePattern(url)] })
}

/** The match pattern of an address's site. Firefox takes no port in a pattern; without one all ports match. */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname}/*`
}

/** The host as `location.host` has it; empty where the browser does not tell the address. */
export const hostOf = ({ url }: ActiveTab): string => (url && URL.canParse(url) ? new URL(url).host : '')

async function refusal(tab: ActiveTab): Promise<TabAccess> {
  if (tab.url === undefined) return { state: 'no-access', host: '' }
  const why = closedReason(tab.url)
  if (why) return { state: 'closed', why }
  // Allowed, and yet closed: Firefox shows a PDF file under the site's address in a viewer of its own.
  const isAllowed = await browser.permissions.contains({ origins: [sitePattern(tab.url)] })
  return isAllowed ? { state: 'closed', why: 'refused' } : { state: 'no-access', host: hostOf(tab) }
}

/** Where neither browser lets an extension in, whatever the reader allows. */
const STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'])

function closedReason(address: string): ClosedPage | undefined {
  if (!URL.canParse(address)) return 'refused'
  const { protocol, hostname, pathname } = new URL(address)
  if (protocol === 'file:') return 'local-file'
  if (protocol !== 'http:' && protocol !== 'https:') return 'browser-page'
  if (STORES.has(hostname)) return 'extension-store'
  return pathname.toLowerCase().endsWith('.pdf') ? 'not-a-document' : undefined
}
