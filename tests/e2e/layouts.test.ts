import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Layout, type LayoutMark, readLayouts } from '../fixtures/read-layouts.ts'
import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import type { Site } from './harness/site.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

const LAYOUTS = readLayouts()

/** Long enough for text that a page brings late; what is wrong for so long stays wrong. */
const PATIENCE_MS = 10_000

/** What the content script says of a page: the marks in the order of the document, and its date. */
interface Read {
  readonly date: string | null
  readonly marks: readonly LayoutMark[]
}

const expectedOf = ({ date, marks }: Layout): Read => ({ date, marks })

const sum = (of: (layout: Layout) => readonly LayoutMark[]): number =>
  LAYOUTS.reduce((count, layout) => count + of(layout).length, 0)

test('the layouts hold few names that are known to be missed, and hardly a wrong one', () => {
  const [marks, missed, wrong] = [
    sum((each) => each.marks),
    sum((each) => each.missed),
    sum((each) => each.wrong),
  ]
  console.info(`${LAYOUTS.length} layouts: ${marks} marks, of them ${wrong} wrong; ${missed} missed.`)
  expect(missed / (marks + missed)).toBeLessThan(0.03)
  expect(wrong / marks).toBeLessThan(0.01)
})

describe.each(BROWSERS)('in %s', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))
  let site: Site
  const read = new Map<string, Read>()
  beforeAll(async () => {
    site = await startMadePages((path) => LAYOUTS.find((layout) => layout.path === path)?.html)
  })
  afterAll(() => site?.close())

  /** All in one tab, as somebody reads the news. */
  test(`${LAYOUTS.length} layouts of news are read`, { timeout: 300_000 }, async () => {
    const { browser } = running()
    const tab = await browser.open('about:blank')
    for (const layout of LAYOUTS)
      read.set(layout.name, await readPage(browser, tab, `${site.origin}`, layout))
    expect(read.size).toBe(LAYOUTS.length)
  })

  test.each(LAYOUTS)('$name: $shows', (layout) => {
    expect(read.get(layout.name)?.marks).toEqual(layout.marks)
  })

  test('the day of the article is right, or nothing is said, on all of them', () => {
    const wrong = LAYOUTS.filter(({ name, date }) => read.get(name)?.date !== date)
    expect(wrong.map(({ name, date }) => [name, date, read.get(name)?.date])).toEqual([])
  })
})

async function readPage(browser: BrowserSession, tab: Tab, origin: string, layout: Layout): Promise<Read> {
  await tab.goTo(`${origin}${layout.path}`)
  await tab.bringToFront()
  let last: Read = { date: null, marks: [] }
  const isAsExpected = async (): Promise<boolean> => {
    last = await dossierOf(browser)
    return JSON.stringify(last) === JSON.stringify(expectedOf(layout))
  }
  await until(layout.name, isAsExpected, PATIENCE_MS).catch(() => undefined)
  return last
}

const dossierOf = (browser: BrowserSession): Promise<Read> =>
  browser.inExtension(async () => {
    const api = (globalThis as unknown as { chrome: typeof import('webextension-polyfill') }).chrome
    const [active] = await api.tabs.query({ active: true, lastFocusedWindow: true })
    const id = active?.id ?? -1
    const ask = (name: string) => api.tabs.sendMessage(id, { to: 'page', name, payload: {} }, { frameId: 0 })
    const { state } = ((await ask('tab/marks')) as { value: { state: string } }).value
    if (state !== 'marked') throw new Error(`The page is ${state}`)
    const { date = null, mentions } = (
      (await ask('tab/dossier')) as {
        value: { date?: string; mentions: { exact: string; entity: { entity: string } | null }[] }
      }
    ).value
    const marks = mentions.map(
      ({ exact, entity }) =>
        [exact.replace(/\s+/g, ' ').replaceAll('\u00ad', ''), entity?.entity ?? '?'] as const,
    )
    return { date, marks }
  }, null)
