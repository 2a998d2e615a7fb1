import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { BARE_PAGE } from './ask-background.ts'
import {
  ACTIVE_TAB,
  asContentScript,
  asExpression,
  type BrowserSession,
  type ColourScheme,
  type ExtensionView,
  type LaunchOptions,
  type Sent,
  type Tab,
} from './browser-session.ts'
import { chromiumActs } from './chromium-acts.ts'
import { chromiumExtensionsPage } from './chromium-extensions-page.ts'
import { complaintsOf } from './complaints.ts'
import { isNewProfile, killProcess } from './profile.ts'
import { startRequestLog } from './request-log.ts'
import { once, until } from './until.ts'
import { untilWelcomed } from './until-welcomed.ts'

/** Wide enough for a news page with a column beside the text. */
const VIEWPORT = { width: 1280, height: 900 }

/** A port that answers nothing: what the browser asks of its maker for itself would blur the log of requests. */
const NOWHERE = 'http://127.0.0.1:9/'
const QUIET = [
  // A popup is as large as its content, but no larger than the screen leaves room for: the default screen is small.
  '--screen-info={1600x1200}',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=NetworkTimeServiceQuerying,OptimizationHints,AutofillServerCommunication',
  `--gaia-url=${NOWHERE}`,
  `--apps-gallery-update-url=${NOWHERE}`,
  `--component-updater=url-source=${NOWHERE}`,
]

/** Starts Chromium over a pipe; the extension's service worker is up when this resolves. */
export async function launchChromium(options: LaunchOptions): Promise<Omit<BrowserSession, 'closeTabs'>> {
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined)
    throw new Error('No Chromium: run `node .ci/setup.mjs`, or set CHROMIUM_PATH.')
  const isNew = isNewProfile(options)
  const log = await startRequestLog()
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headed !== true,
    pipe: true,
    defaultViewport: options.headed ? null : VIEWPORT,
    ...(options.extension === undefined
      ? options.installable && { enableExtensions: true }
      : { enableExtensions: [options.extension] }),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: [
      ...QUIET,
      ...sandbox(),
      `--proxy-server=127.0.0.1:${log.port}`,
      // Chromium leaves loopback out of the proxy's way unless told.
      '--proxy-bypass-list=<-loopback>',
    ],
  })
  if (options.extension !== undefined && isNew) await untilWelcomed(() => tabsOf(browser), options)
  let scheme: ColourScheme = 'light'
  let isInstalled = options.extension !== undefined
  const worker = () => (isInstalled ? backgroundOf(browser) : noExtension())
  const evaluate = async <T>(expression: string): Promise<T> =>
    (await worker()).evaluate(expression) as Promise<T>
  const dress = (page: Page) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])

  const pages = new WeakMap<Tab, Page>()

  async function openTab(url: string): Promise<Tab> {
    const page = await browser.newPage()
    await dress(page)
    await page.goto(url)
    const tab = chromiumTab(page, evaluate)
    pages.set(tab, page)
    return tab
  }

  async function pressButton(tab: Tab): Promise<void> {
    const [extension] = (await browser.extensions()).values()
    if (extension === undefined) return noExtension()
    await pages.get(tab)?.triggerExtensionAction(extension)
  }

  async function viewOf(open: () => Promise<unknown>, path: string): Promise<ExtensionView> {
    const before = new Set(browser.targets())
    await open()
    const target = await until(`${path} opens`, async () =>
      browser.targets().find((each) => !before.has(each) && new URL(each.url()).pathname === path),
    )
    const page = await target.asPage()
    await dress(page)
    await until(`${path} has loaded`, () => page.evaluate(() => document.readyState === 'complete'))
    return chromiumView(page)
  }

  const extensionsPage = chromiumExtensionsPage(browser)
  /** Sets what starts the extension anew, and waits until it is there again. */
  async function anew(set: () => Promise<void>): Promise<void> {
    const before = new Set(workersOf(browser))
    await set()
    await until('the extension starts anew', async () => workersOf(browser).some((each) => !before.has(each)))
    await until('it answers', () => evaluate<boolean>('typeof chrome.tabs === "object"'))
  }
  /** The browser was told what the reader allows, so that it grants this without its dialog, which nobody can answer in a test. */
  async function request(origins: readonly string[]): Promise<void> {
    const page = await browser.newPage()
    await page.goto(`${await origin()}${BARE_PAGE}`)
    await page.evaluate(`chrome.permissions.request({ origins: ${JSON.stringify(origins)} })`)
    await page.close()
  }

  const origin = async () => `chrome-extension://${new URL((await worker()).url()).host}`
  return {
    name: 'chromium',
    version: await browser.version(),
    log,
    acts: chromiumActs(evaluate),
    open: openTab,
    inExtension: (run, argument) => evaluate(asExpression(run, argument)),
    openPopup: async (tab) => {
      await tab.bringToFront()
      return viewOf(() => pressButton(tab), '/popup.html')
    },
    openPanel: async (tab) => {
      await tab.bringToFront()
      // The button opens the panel instead of the popup for once: a command's key cannot be pressed from outside.
      await evaluate(panelOnButton(true))
      const panel = await viewOf(() => pressButton(tab), '/sidepanel.html')
      await evaluate(panelOnButton(false))
      return panel
    },
    openExtensionPage: async (path) => {
      const page = await browser.newPage()
      await dress(page)
      await page.goto(`${await origin()}${path}`)
      return chromiumView(page)
    },
    install: async (extension) => {
      await browser.installExtension(extension)
      isInstalled = true
      await untilWelcomed(() => tabsOf(browser), options)
    },
    update: () => anew(() => extensionsPage.reload()),
    consent: (origins) => extensionsPage.keepTo(origins),
    allow: async (origins) => {
      await extensionsPage.keepTo(origins)
      if (origins.length > 0) await request(origins)
    },
    openPrivate: async (url) => {
      await anew(() => extensionsPage.allowPrivate())
      // A context of Puppeteer's own would not do: extensions cannot reach its tabs.
      const opened = (page: Page) => page.url() === url
      await evaluate(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`)
      const page = await until('the private window shows the page', async () =>
        (await browser.pages(true)).find(opened),
      )
      await dress(page)
      return chromiumTab(page, evaluate, tabAt(url))
    },
    setColourScheme: async (chosen) => {
      scheme = chosen
      for (const page of await browser.pages()) await dress(page)
    },
    stopBackground: () => stopWorker(browser),
    kill: async () => {
      await killProcess(browser.process())
      log.close()
    },
    untilClosed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: async () => {
      await browser.close()
      log.close()
    },
  }
}

const panelOnButton = (on: boolean): string =>
  `chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: ${on} })`

/** Root has no sandbox on Linux; nobody else goes without. */
const sandbox = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

const noExtension = (): never => {
  throw new Error('This browser was started without the extension.')
}

const tabsOf = async (browser: Browser) =>
  (await browser.pages()).map((page) => ({ url: page.url(), close: () => page.close() }))

/** The last one is the one that runs: of an extension that was started anew the one before is never taken off the list. */
const workersOf = (browser: Browser) => browser.targets().filter((each) => each.type() === 'service_worker')

/**
 * Resolves when the worker is gone: one that is just being woken may not heed the first order. The browser itself is asked
 * which there are: the list that is kept of its targets now and then holds one that is gone.
 */
async function stopWorker(browser: Browser): Promise<void> {
  await browser.waitForTarget((each) => each.type() === 'service_worker')
  const session = await browser.target().createCDPSession()
  const running = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.filter(({ type }) => type === 'service_worker').map(({ targetId }) => targetId)
  }
  const wanted = new Set(await running())
  await until('the worker is gone', async () => {
    if (!(await running()).some((targetId) => wanted.has(targetId))) return true
    // Closed and let go of: one that somebody is attached to goes on. Of one that is gone there is nothing to close.
    const worker = await workersOf(browser).at(-1)?.worker()
    await worker?.close().catch(() => undefined)
    return false
  })
  await session.detach()
}

async function backgroundOf(browser: Browser): Promise<WebWorker> {
  await browser.waitForTarget((each) => each.type() === 'service_worker')
  const worker = await workersOf(browser).at(-1)?.worker()
  if (!worker) throw new Error('The service worker cannot be reached.')
  return worker
}

/** A private window is none that the browser counts as focused: its tab is known by its address. */
const tabAt = (url: string): string =>
  `chrome.tabs.query({ url: ${JSON.stringify(url)} }).then(([tab]) => tab.id)`

function chromiumTab(
  page: Page,
  evaluate: <T>(expression: string) => Promise<T>,
  which: string = ACTIVE_TAB,
): Tab {
  const id = once(async () => {
    await page.bringToFront()
    return evaluate<number>(which)
  })
  return {
    inPage: <A, T>(run: Sent<A, T>, argument: A) => page.evaluate(asExpression(run, argument)) as Promise<T>,
    inContentScript: (run, argument) => id().then((tab) => evaluate(asContentScript(tab, run, argument))),
    complaints: complaintsOf(page),
    goTo: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    movePointer: (x, y) => page.mouse.move(x, y, { steps: 5 }),
    click: (x, y) => page.mouse.click(x, y),
    rightClick: (x, y) => page.mouse.click(x, y, { button: 'right' }),
    tap: (x, y) => page.touchscreen.tap(x, y),
    press: (key) => page.keyboard.press(key),
    // Without a window nothing turns the keys into the command.
    paste: () => page.keyboard.press('v', { commands: ['Paste'] }),
    type: (text) => page.keyboard.type(text),
    screenshot: async (file) => void (await page.screenshot({ path: file as `${string}.png` })),
    close: () => closePage(page),
  }
}

function chromiumView(page: Page): ExtensionView {
  return {
    run: (run, argument) =>
      page.evaluate(
        `(${run.toString()})(window, ${JSON.stringify(argument) ?? 'undefined'})`,
      ) as Promise<never>,
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async (file) => void (await page.screenshot({ path: file as `${string}.png` })),
    close: () => closePage(page),
  }
}

const closePage = async (page: Page): Promise<void> => {
  if (!page.isClosed()) await page.close()
}
