import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts'
import { ARTICLE_MARKS, openMarked } from '../../e2e/article.ts'
import type { BrowserSession, Tab } from '../../e2e/harness/browser-session.ts'
import { untilCard, untilNoCard } from '../../e2e/harness/card.ts'
import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { placeOf } from '../../e2e/harness/page-text.ts'
import { startSite } from '../../e2e/harness/site.ts'

/**
 * `npm run bench -- reading` (after `npm run build`): real Chromium with the extension on the sample article.
 * From the pointer's rest on a mark to the card, and to its facts, without the dwell time, for the first card
 * of a page (which fetches the card's script) and for later ones; from opening the popup to its first content
 * and to its list. Milliseconds.
 */

const CARDS = 20
const POPUPS = 10

const site = await startSite()
const browser = await launch('chromium', { extension: grantedBuild('chromium') })
try {
  const article = `${site.origin}/sample-article/`
  const first: Timing[] = []
  const later: Timing[] = []
  for (let page = 0; page < CARDS / 4; page++) {
    const tab = await openMarked(browser, article)
    for (const [index, name] of apart().entries()) (index === 0 ? first : later).push(await hover(tab, name))
    await tab.close()
  }
  console.log(`${browser.version}, ${first.length + later.length} cards`)
  show(
    'first card of a page, its frame',
    first.map(({ opened }) => opened),
  )
  show(
    'first card of a page, its facts',
    first.map(({ filled }) => filled),
  )
  show(
    'later card, its frame',
    later.map(({ opened }) => opened),
  )
  show(
    'later card, its facts',
    later.map(({ filled }) => filled),
  )
  const popups = await timePopups(browser, article)
  show(
    'popup, first content',
    popups.map(({ first: each }) => each),
  )
  show(
    'popup, its largest content',
    popups.map(({ largest }) => largest),
  )
} finally {
  await browser.close()
  site.close()
}

/** Marks that stand apart, so that no card covers the next one. */
function apart(): readonly string[] {
  return [
    'Vladimir Norov',
    'SCO Secretary-General',
    'Houlin Zhao',
    'Shanghai Cooperation Organisation',
  ].filter((name) => ARTICLE_MARKS.includes(name))
}

interface Timing {
  /** From the end of the dwell time to the card on the page. */
  readonly opened: number
  /** To its facts, painted. */
  readonly filled: number
}

async function hover(tab: Tab, name: string): Promise<Timing> {
  const { x, y } = await placeOf(tab, name)
  await tab.inContentScript(watch, DEFAULT_SETTINGS.dwell)
  await tab.movePointer(x, y + 1)
  await untilCard(tab, '')
  const timing = await tab.inContentScript(
    () => (globalThis as unknown as { timing: Promise<Timing> }).timing,
    null,
  )
  await tab.press('Escape')
  await untilNoCard(tab)
  await tab.movePointer(5, 5)
  return timing
}

/** Runs among the content scripts: sees the pointer's last move before the card, the card's host, and its facts. */
function watch(dwell: number): void {
  const dom = (
    globalThis as unknown as { chrome: { dom: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } } }
  ).chrome.dom
  let moved = 0
  document.addEventListener('pointermove', () => (moved = performance.now()), { capture: true })
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
  const timing = async (): Promise<Timing> => {
    const before = new Set(document.documentElement.children)
    let host: Element | undefined
    while (!host) {
      await frame()
      host = [...document.documentElement.children].find((each) => !before.has(each))
    }
    const opened = performance.now() - moved - dwell
    const root = dom.openOrClosedShadowRoot(host)
    while (root?.querySelector('[role="dialog"]')?.getAttribute('aria-busy') !== 'false') await frame()
    await frame()
    return { opened, filled: performance.now() - moved - dwell }
  }
  Object.assign(globalThis, { timing: timing() })
}

async function timePopups(
  session: BrowserSession,
  article: string,
): Promise<{ readonly first: number; readonly largest: number }[]> {
  const times = []
  for (let turn = 0; turn < POPUPS; turn++) {
    const tab = await openMarked(session, article)
    const popup = await session.openPopup(tab)
    times.push(await popup.run(paintTimes, null))
    await popup.close()
    await tab.close()
  }
  return times
}

/** Runs in the popup: when it painted first, and the largest of its texts, since it was opened. */
async function paintTimes(view: Window & typeof globalThis): Promise<{ first: number; largest: number }> {
  await new Promise((resolve) => view.setTimeout(resolve, 1500))
  const [first] = view.performance.getEntriesByName('first-contentful-paint')
  const largest = await new Promise<number>((resolve) => {
    new view.PerformanceObserver((list) =>
      resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
    ).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
  return { first: first?.startTime ?? Number.NaN, largest }
}

function show(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  console.log(
    `${what.padEnd(34)} median ${at(0.5).padStart(5)}, 95th ${at(0.95).padStart(5)} (${sorted.length})`,
  )
}
