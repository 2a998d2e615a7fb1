import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { pressInCard, untilCard } from './harness/card.ts'
import { shippedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { pointAt } from './harness/page-text.ts'
import { press, untilShown } from './harness/popup.ts'
import type { Site } from './harness/site.ts'
import { until } from './harness/until.ts'

const NAME = 'Shanghai Cooperation Organisation'

/** The smallest document that both browsers' viewers open. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/MediaBox[0 0 200 200]/Parent 2 0 R>>endobj
trailer<</Root 1 0 R>>`

/** Each page notes how it came to be shown; the first of them has the next one prepared ahead (Chromium alone does). */
const pageAt = (path: string): string => `<!doctype html><html lang="en"><title>${path}</title>
  <link rel="icon" href="data:,"><script>
    addEventListener('pageshow', ({ persisted }) => { globalThis.cameBack = persisted })
    globalThis.wasPrepared = document.prerendering === true
    if (wasPrepared) addEventListener('load', () => void fetch('/prepared-is-ready'))
  </script>
  ${path === '/ahead' ? '<script type="speculationrules">{"prerender":[{"urls":["/prepared"],"eagerness":"immediate"}]}</script>' : ''}
  <p>The ${NAME} at ${path}.</p><a href="/prepared">on</a></html>`

async function startPages(): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const isPdf = url === '/report'
    response.writeHead(200, { 'content-type': isPdf ? 'application/pdf' : 'text/html; charset=utf-8' })
    response.end(isPdf ? PDF : pageAt(url))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}

/** Runs in the extension: all that it has written, the databases as the number of records in each store. */
async function readStores(): Promise<object> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error(String(request.error)))
    })
  const counts: Record<string, number> = {}
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name))
    for (const store of database.objectStoreNames)
      counts[`${name} ${store}`] = await settled(database.transaction(store).objectStore(store).count())
    database.close()
  }
  return { counts, local: await chrome.storage.local.get(null) }
}

const isMarkedOnce = (marks: readonly string[]): boolean => marks.join() === NAME
const untilMarked = (tab: Tab) => untilMarks(tab, 'the page is marked, once', isMarkedOnce)
const untilUnmarked = (tab: Tab) => untilMarks(tab, 'the page has no marks', ({ length }) => length === 0)

describe.each(BROWSERS)('in %s', (name) => {
  // One browser for all: it begins without the extension, and each test goes on where the one before it ended.
  let browser: BrowserSession
  let site: Site
  let tab: Tab
  beforeAll(async () => {
    site = await startPages()
    browser = await launch(name, { installable: true })
    tab = await browser.open(`${site.origin}/early`)
    await browser.install(shippedBuild(name))
    await tab.bringToFront()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  test('an open page follows what the reader allows, without a reload', async () => {
    const origins = () => browser.inExtension(async () => (await chrome.permissions.getAll()).origins, null)
    expect(await origins()).toEqual([])
    expect(await readMarks(tab)).toEqual([])
    await browser.allow(['http://127.0.0.1/*'])
    await tab.bringToFront()
    await untilMarked(tab)
    await browser.allow(['http://elsewhere.example/*'])
    await tab.bringToFront()
    await untilUnmarked(tab)
    expect(await tab.inPage(() => document.adoptedStyleSheets.length, null)).toBe(0)
    await browser.allow(['<all_urls>'])
    await tab.bringToFront()
  })

  test('a page that was open before is marked', async () => {
    await untilMarked(tab)
  })

  test('a page that the browser kept comes back with its marks, and with what the reader has switched meanwhile', async () => {
    const switchOff = async (on: Tab) => {
      const popup = await browser.openPopup(on)
      await press(popup, '[role="switch"]')
      await untilUnmarked(on)
      await popup.close()
    }
    // As a reader does: over WebDriver BiDi a navigation after a return from the cache never ends.
    const goOn = async () => {
      await tab.inPage(() => void setTimeout(() => location.assign('/other'), 50), null)
      await until('the next page is there', () => tab.inPage(() => location.pathname === '/other', null))
      await untilMarked(tab)
    }
    const back = async () => {
      await tab.inPage(() => void setTimeout(() => history.back(), 50), null)
      await until('the page comes back', () =>
        tab.inPage(
          () => location.pathname === '/early' && (globalThis as { cameBack?: boolean }).cameBack,
          null,
        ),
      )
    }
    await goOn()
    await back()
    await untilMarked(tab)
    await goOn()
    await switchOff(tab)
    await back()
    await untilUnmarked(tab)
    const popup = await browser.openPopup(tab)
    await press(popup, '[role="switch"]')
    await untilMarked(tab)
    await popup.close()
  })

  test.runIf(name === 'chromium')('a page that was prepared ahead is marked when it is shown', async () => {
    await tab.goTo(`${site.origin}/ahead`)
    await untilMarked(tab)
    const isReady = () => browser.log.requests.some(({ url }) => url === `${site.origin}/prepared-is-ready`)
    await until('the next page is prepared', async () => isReady())
    await tab.inPage(() => document.querySelector('a')?.click(), null)
    await until('it is shown', () =>
      tab.inPage(() => {
        const [{ activationStart = 0 } = {}] = performance.getEntriesByType('navigation') as {
          activationStart?: number
        }[]
        return activationStart > 0 && (globalThis as { wasPrepared?: boolean }).wasPrepared
      }, null),
    )
    await untilMarked(tab)
  })

  test('of a document in the browser’s own viewer the popup says why nothing is marked', async () => {
    const report = await browser.open(`${site.origin}/report`)
    const popup = await browser.openPopup(report)
    // Firefox's viewer is a page of its own under the site's address, which tells an extension no content type.
    const reason = name === 'firefox' ? 'page.closed.refused' : 'page.closed.not_a_document'
    await untilShown(popup, message(reason))
    await popup.close()
    await report.close()
  })

  test('of a private window nothing is written, a wish about it included', async () => {
    const hidden = await browser.openPrivate(`${site.origin}/private`)
    await untilMarked(hidden)
    const before = await browser.inExtension(readStores, null)
    await pointAt(hidden, NAME)
    await untilCard(hidden, NAME)
    await pressInCard(hidden, message('mute.title'))
    await untilCard(hidden, message('mute.everywhere'))
    await pressInCard(hidden, message('mute.everywhere'))
    await untilUnmarked(hidden)
    expect(await browser.inExtension(readStores, null)).toEqual(before)
    await hidden.close()
    await browser.closeTabs()
    tab = await browser.open(`${site.origin}/early`)
  })

  test('an update leaves nothing of the old version in open pages, and no error in their console', async () => {
    tab = await browser.open(`${site.origin}/early`)
    await tab.bringToFront()
    await untilMarked(tab)
    await pointAt(tab, NAME)
    await untilCard(tab, NAME)
    await browser.update()
    await tab.bringToFront()
    // The new script has come when it marks what is new.
    await tab.inPage((text) => {
      document.querySelector('p')?.append(` And again the ${text}.`)
    }, NAME)
    await untilMarks(tab, 'each name is marked once', (marks) => marks.join() === `${NAME},${NAME}`)
    // The old script of Chromium sees only after a while that it is alone, and goes.
    await until('one style sheet is left, and no card', () =>
      tab.inPage(
        () => document.adoptedStyleSheets.length === 1 && document.querySelector('[popover]') === null,
        null,
      ),
    )
    expect(await readMarks(tab)).toEqual([NAME, NAME])
    expect(tab.complaints).toEqual([])
    await pointAt(tab, NAME)
    await untilCard(tab, NAME)
  })
})
