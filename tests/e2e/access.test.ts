import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { shippedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { click, untilShown } from './harness/popup.ts'
import type { Site } from './harness/site.ts'
import { until } from './harness/until.ts'

const NAME = 'Shanghai Cooperation Organisation'
const ALL = '<all_urls>'

const pageAt = (path: string): string =>
  `<!doctype html><html lang="en"><title>${path}</title><link rel="icon" href="data:,"><p>The ${NAME} at ${path}.</p></html>`

const untilMarked = async (tab: Tab): Promise<void> => {
  await tab.bringToFront()
  await untilMarks(tab, 'the page is marked, once', (marks) => marks.join() === NAME)
}
const untilUnmarked = async (tab: Tab): Promise<void> => {
  await tab.bringToFront()
  await untilMarks(tab, 'the page has no marks', ({ length }) => length === 0)
}

describe.each(BROWSERS)('in %s, of the shipped build in a fresh profile', (name) => {
  // One browser for all: each test goes on where the one before it ended. No page is ever loaded again.
  let browser: BrowserSession
  let site: Site
  /** A page that the button is pressed on, another of its site, and one of another site: the same server under another name. */
  let pressed: Tab
  let beside: Tab
  let other: Tab
  beforeAll(async () => {
    site = await startMadePages(pageAt)
    browser = await launch(name, { extension: shippedBuild(name) })
    pressed = await browser.open(`${site.origin}/pressed`)
    beside = await browser.open(`${site.origin}/beside`)
    other = await browser.open(`${site.origin.replace('127.0.0.1', 'localhost')}/other`)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  /** What the browser keeps: the sites, and the scripts that it starts there by itself. */
  const granted = () =>
    browser.inExtension(async () => {
      const { origins } = await chrome.permissions.getAll()
      return { origins, scripts: (await chrome.scripting.getRegisteredContentScripts()).length }
    }, null)

  test('no site is allowed, no script is registered and nothing is marked', async () => {
    expect(await granted()).toEqual({ origins: [], scripts: 0 })
    for (const tab of [pressed, beside, other]) expect(await readMarks(tab)).toEqual([])
  })

  test('a press on the button allows this page alone, and nothing that lasts', async () => {
    const popup = await browser.openPopup(pressed)
    await untilMarks(pressed, 'the page is marked', (marks) => marks.join() === NAME)
    await untilShown(popup, message('access.only_now'))
    await popup.close()
    expect(await granted()).toEqual({ origins: [], scripts: 0 })
    expect(await readMarks(beside)).toEqual([])
    expect(await readMarks(other)).toEqual([])
  })

  test('"this site" marks every open page of it, without a reload, and no other site', async () => {
    await browser.consent(['http://127.0.0.1/*'])
    const popup = await browser.openPopup(pressed)
    await untilShown(popup, message('access.only_now'))
    await click(popup, '.choices .button:first-child')
    await until('the site is allowed', async () => (await granted()).origins?.join() === 'http://127.0.0.1/*')
    await popup.close()
    await untilMarked(beside)
    expect(await readMarks(other)).toEqual([])
  })

  test('"all sites" marks the rest, without a reload', async () => {
    const settings = await browser.openExtensionPage('/options.html')
    await untilShown(settings, '127.0.0.1')
    await browser.consent(['http://127.0.0.1/*', ALL])
    await click(settings, '[data-setting="granted"] .button')
    await untilShown(settings, message('settings.granted_all'))
    await untilMarked(other)
    await settings.close()
  })

  test('taken back in the settings, the marks go from open pages at once', async () => {
    const settings = await browser.openExtensionPage('/options.html')
    await untilShown(settings, message('settings.granted_all'))
    await click(settings, '[data-setting="granted"] .button')
    await untilUnmarked(other)
    await settings.close()
  })

  test('taken back by the browser’s own switches, nothing of ours is left in any page that was allowed', async () => {
    await browser.allow([ALL])
    for (const tab of [beside, other]) await untilMarked(tab)
    await browser.allow([])
    for (const tab of [beside, other]) {
      await untilUnmarked(tab)
      expect(await tab.inPage(() => document.adoptedStyleSheets.length, null)).toBe(0)
      expect(tab.complaints).toEqual([])
    }
    expect(await granted()).toEqual({ origins: [], scripts: 0 })
    // The reader's press on the button holds until the page is left.
    expect(await readMarks(pressed)).toEqual([NAME])
    await pressed.goTo(`${site.origin}/left`)
    expect(await readMarks(pressed)).toEqual([])
  })
})
