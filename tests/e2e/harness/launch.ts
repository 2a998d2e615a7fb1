import type { BrowserName } from '../../../.ci/find-browser.mjs'
import type { BrowserSession, LaunchOptions } from './browser-session.ts'
import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'

/** Every browser that the extension is built for. */
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox']

/** Starts a real browser; whoever starts it closes it. With the extension, this resolves when that is fully installed. */
export const launch = async (name: BrowserName, options: LaunchOptions = {}): Promise<BrowserSession> =>
  keepingTabs(await (name === 'chromium' ? launchChromium(options) : launchFirefox(options)))

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
    openPanel: (tab) => kept(session.openPanel(tab)),
    openExtensionPage: (path) => kept(session.openExtensionPage(path)),
    closeTabs: async () => {
      for (const tab of opened.splice(0).reverse()) await tab.close()
    },
  }
}
