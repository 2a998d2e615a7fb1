import type { BrowserName } from '../../../.ci/find-browser.mjs'
import type { BrowserSession, LaunchOptions } from './browser-session.ts'
import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import { until } from './until.ts'

/** Every browser that the extension is built for. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox']

/**
 * Starts a real browser; whoever starts it closes it. With the extension, this resolves when that is fully installed:
 * its welcome page, the last act of the installation, has opened and (without a screen) been closed again, since it
 * would stand before the page that a test opens, and no frame is drawn of a page behind.
 */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<BrowserSession> {
  const session = keepingTabs(await (name === 'chromium' ? launchChromium(options) : launchFirefox(options)))
  if (options.extension === undefined) return session
  try {
    const welcome = await until('the welcome page opens', () => session.inExtension(findWelcome, null))
    if (!options.headed) await session.inExtension((id) => chrome.tabs.remove(id), welcome)
  } catch (error) {
    await session.close()
    throw error
  }
  return session
}

/** Runs in the extension. */
async function findWelcome(): Promise<number | undefined> {
  const tabs = await chrome.tabs.query({})
  return tabs.find(({ url, status }) => url?.endsWith('/welcome.html') && status === 'complete')?.id
}

interface Closable {
  close(): Promise<void>
}

/** The same session, which can close what it opened, the last first. */
function keepingTabs(session: Omit<BrowserSession, 'closeTabs'>): BrowserSession {
  const opened: Closable[] = []
  const kept = async <T extends Closable>(opening: Promise<T>): Promise<T> => {
    const tab = await opening
    opened.push(tab)
    return tab
  }
  return {
    ...session,
    open: (url) => kept(session.open(url)),
    openPopup: (tab) => kept(session.openPopup(tab)),
    openExtensionPage: (path) => kept(session.openExtensionPage(path)),
    closeTabs: async () => {
      for (const tab of opened.splice(0).reverse()) await tab.close()
    },
  }
}
