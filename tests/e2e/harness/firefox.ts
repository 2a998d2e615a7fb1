import { writeFile } from 'node:fs/promises'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import {
  ACTIVE_TAB,
  asContentScript,
  asExpression,
  type BrowserSession,
  type ExtensionView,
  type LaunchOptions,
  type Sent,
  type Tab,
} from './browser-session.ts'
import { complaintsOf } from './complaints.ts'
import { firefoxActs } from './firefox-acts.ts'
import { firefoxPopup } from './firefox-popup.ts'
import { type FirefoxRemote, firefoxRemote } from './firefox-remote.ts'
import { firefoxSidebar } from './firefox-sidebar.ts'
import { isNewProfile, killProcess, untilPutBack } from './profile.ts'
import { startRequestLog } from './request-log.ts'
import { once, until } from './until.ts'
import { untilWelcomed } from './until-welcomed.ts'

const VIEWPORT = { width: 1280, height: 900 }

/** Fixed, so that the addresses of the extension's pages are known. */
const EXTENSION_ID = 'backgrounder@backgrounder.example'
const EXTENSION_UUID = '8a4cf2b1-6d0e-4f57-9a3c-2f1b7c5de901'
const ORIGIN = `moz-extension://${EXTENSION_UUID}`

const preferences = (proxyPort: number) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  // What the browser asks of its maker for itself would blur the log of requests.
  'services.settings.server': 'data:,#none',
  // A headless window never has the focus for long, and a popup without it would close.
  'ui.popup.disable_autohide': true,
  // An extension that is installed for a session loses what it stored with it, unless told.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
})

/** Starts Firefox, with the extension installed for the session. */
export async function launchFirefox(options: LaunchOptions): Promise<Omit<BrowserSession, 'closeTabs'>> {
  const executablePath = findBrowser('firefox')
  if (executablePath === undefined)
    throw new Error('No Firefox: run `node .ci/setup.mjs`, or set FIREFOX_PATH.')
  const isNew = isNewProfile(options)
  const log = await startRequestLog()
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headed !== true,
    defaultViewport: options.headed ? null : VIEWPORT,
    args: ['--remote-allow-system-access'],
    // Without it Firefox ignores the preference for its settings server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: preferences(log.port),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  })
  const remote = firefoxRemote(browser)
  let installed = options.extension
  if (options.extension !== undefined) {
    await browser.installExtension(options.extension)
    if (isNew) await untilWelcomed(remote.tabs, options)
  }
  let helper = once(() => helperPage(remote))
  const evaluate = async <T>(expression: string): Promise<T> => remote.evaluate<T>(await helper(), expression)
  const shortcutOf = (command: string): Promise<string> =>
    evaluate(
      `chrome.commands.getAll().then((all) => all.find(({ name }) => name === ${JSON.stringify(command)}).shortcut)`,
    )
  return {
    name: 'firefox',
    version: await browser.version(),
    log,
    acts: firefoxActs(remote, shortcutOf),
    open: async (url) => {
      const page = await browser.newPage()
      await page.goto(url)
      return firefoxTab(page, evaluate)
    },
    inExtension: (run, argument) => evaluate(asExpression(run, argument)),
    openPopup: async (tab) => {
      await helper()
      await tab.bringToFront()
      return firefoxPopup(EXTENSION_ID, evaluate, remote)
    },
    openPanel: async (tab) => {
      await helper()
      await tab.bringToFront()
      return firefoxSidebar(evaluate, remote)
    },
    openExtensionPage: (path) => openPage(remote, path),
    install: async (extension) => {
      const isFirst = !(await remote.evaluateInBrowser<boolean>(
        `WebExtensionPolicy.getByID('${EXTENSION_ID}') !== null`,
      ))
      if (isFirst) await remote.evaluateInBrowser(ALLOW_PRIVATE)
      installed = extension
      await browser.installExtension(extension)
      if (isFirst) await untilWelcomed(remote.tabs, options)
    },
    update: async () => {
      if (installed === undefined) throw new Error('This browser was started without the extension.')
      await browser.installExtension(installed)
      // Pages of the extension are closed with the version before.
      helper = once(() => helperPage(remote))
    },
    consent: () => remote.evaluateInBrowser(SAY_YES),
    allow: (origins) => remote.evaluateInBrowser(allowing(origins)),
    openPrivate: async (url) => {
      await remote.evaluateInBrowser(openingPrivately(url))
      const find = async () => (await browser.pages()).find((each) => each.url() === url)
      return firefoxTab(await until('the private window shows the page', find), evaluate)
    },
    setColourScheme: (scheme) => remote.evaluateInBrowser(darkness(scheme === 'dark')),
    stopBackground: () => remote.evaluateInBrowser(TERMINATE_BACKGROUND),
    kill: async () => {
      await killProcess(browser.process())
      await untilPutBack(options)
      log.close()
    },
    untilClosed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => closeAll(browser, log),
  }
}

async function closeAll(browser: Browser, log: { close(): void }): Promise<void> {
  await browser.close()
  log.close()
}

/** What Firefox itself does with a background page that has been idle; here it is not. */
const TERMINATE_BACKGROUND = `WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)}).extension.terminateBackground({
  ignoreDevToolsAttached: true,
  disableResetIdleForTest: true,
}).then(() => null)`

/** What the switches of the browser's own page of extensions do: these sites are allowed, and no others. */
const allowing = (origins: readonly string[]): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID('${EXTENSION_ID}')
  const { origins } = await ExtensionPermissions.get('${EXTENSION_ID}')
  await ExtensionPermissions.remove('${EXTENSION_ID}', { permissions: [], origins }, extension)
  await ExtensionPermissions.add('${EXTENSION_ID}', { permissions: [], origins: ${JSON.stringify(origins)} }, extension)
})()`

/** Presses the main button of the next question that the browser asks, until it takes the press: at first it does not, lest one agrees by accident. */
const SAY_YES = `(() => {
  let isAsked = false
  const press = () => {
    if (isAsked && !PopupNotifications.isPanelOpen) return
    const question = PopupNotifications.panel.querySelector('#addon-webext-permissions-notification')
    if (PopupNotifications.isPanelOpen && question) {
      isAsked = true
      question.button.click()
    }
    setTimeout(press, 100)
  }
  press()
})()`

/** What the browser's own switch "run in private windows" does. */
const ALLOW_PRIVATE = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  await ExtensionPermissions.add('${EXTENSION_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
})()`

const openingPrivately = (url: string): string => `new Promise((resolve) => {
  const opened = OpenBrowserWindow({ private: true })
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal()
  const topic = 'browser-delayed-startup-finished'
  Services.obs.addObserver(function ready(subject) {
    if (subject !== opened) return
    Services.obs.removeObserver(ready, topic)
    opened.gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal })
    resolve(null)
  }, topic)
})`

/** Sets what pages (0 dark, 1 light) and the browser's own surfaces are told of the reader's preference. */
const darkness = (dark: boolean): string => `(() => {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${dark ? 0 : 1})
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', ${dark ? 1 : 0})
})()`

/**
 * A page with the extension's API and none of its code: an icon, shown as a document. The popup and the background
 * stay as they are.
 */
async function helperPage(remote: FirefoxRemote): Promise<string> {
  const context = await remote.createTab()
  await remote.navigate(context, `${ORIGIN}/icons/16.png`)
  await until('the extension API is at hand', () =>
    remote.evaluate(context, 'typeof chrome?.tabs === "object"'),
  )
  return context
}

async function openPage(remote: FirefoxRemote, path: string): Promise<ExtensionView> {
  const context = await remote.createTab()
  await remote.navigate(context, `${ORIGIN}${path}`)
  const loaded = `document.readyState === 'complete' && location.pathname === ${JSON.stringify(path)}`
  await until(`${path} has loaded`, () => remote.evaluate(context, loaded))
  return {
    run: (run, argument) =>
      remote.evaluate(context, `(${run.toString()})(window, ${JSON.stringify(argument) ?? 'undefined'})`),
    click: (x, y) => remote.click(context, x, y),
    screenshot: async (file) => writeFile(file, await remote.capture(context)),
    close: () => remote.closeTab(context),
  }
}

/** What is held for copying and pasting. */
const COMMAND_KEY = process.platform === 'darwin' ? 'Meta' : 'Control'

function firefoxTab(page: Page, evaluate: <T>(expression: string) => Promise<T>): Tab {
  const id = once(async () => {
    await page.bringToFront()
    return until('the tab is in front', () => evaluate<number | null>(ACTIVE_TAB))
  })
  return {
    inPage: <A, T>(run: Sent<A, T>, argument: A) => page.evaluate(asExpression(run, argument)) as Promise<T>,
    inContentScript: async (run, argument) => evaluate(asContentScript(await id(), run, argument)),
    complaints: complaintsOf(page),
    goTo: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    movePointer: (x, y) => page.mouse.move(x, y, { steps: 5 }),
    click: (x, y) => page.mouse.click(x, y),
    rightClick: (x, y) => page.mouse.click(x, y, { button: 'right' }),
    tap: (x, y) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key),
    paste: async () => {
      await page.keyboard.down(COMMAND_KEY)
      await page.keyboard.press('v')
      await page.keyboard.up(COMMAND_KEY)
    },
    type: (text) => page.keyboard.type(text),
    screenshot: async (file) => void (await page.screenshot({ path: file as `${string}.png` })),
    close: async () => {
      if (!page.isClosed()) await page.close()
    },
  }
}
