import type { Browser } from 'puppeteer-core'

/** What a reader sets on Chromium's own page of extensions, by the calls that its switches make. */
export interface ExtensionsPage {
  /** The extension keeps to these sites (match patterns), as far as it has asked for them or is going to: then nothing is asked any more. */
  keepTo(origins: readonly string[]): Promise<void>
  /** "Allow in Incognito". The extension is started anew with it. */
  allowPrivate(): Promise<void>
  /** The button that loads an unpacked extension anew, as an update does. */
  reload(): Promise<void>
}

/** The page of a running browser; it is opened for each call and closed after it. */
export function chromiumExtensionsPage(browser: Browser): ExtensionsPage {
  const set = async (calls: (id: string) => readonly string[]): Promise<void> => {
    const [id] = (await browser.extensions()).keys()
    if (id === undefined) throw new Error('This browser has no extension.')
    const page = await browser.newPage()
    await page.goto('chrome://extensions')
    // An unpacked extension runs on after a new start only where the reader is a developer.
    const all = ['updateProfileConfiguration({ inDeveloperMode: true })', ...calls(id)]
    for (const call of all) await page.evaluate(`chrome.developerPrivate.${call}`)
    await page.close()
  }
  const configured = (id: string, change: object): string =>
    `updateExtensionConfiguration(${JSON.stringify({ extensionId: id, ...change })})`
  return {
    keepTo: (origins) =>
      set((id) => [
        configured(id, { hostAccess: 'ON_CLICK' }),
        ...origins.map((origin) => `addHostPermission('${id}', '${origin}')`),
      ]),
    allowPrivate: () => set((id) => [configured(id, { incognitoAccess: true })]),
    reload: () => set((id) => [`reload('${id}', { failQuietly: false })`]),
  }
}
