import { describe, expect, test } from 'vitest'
import { sampleRecord } from '../unit/bundle/sample-bundle.ts'
import { askBackground, BARE_PAGE, updateNow } from './harness/ask-background.ts'
import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { type BundleHost, hostBundle } from './harness/bundle-host.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import { untilMarks } from './harness/marks.ts'

/** Enough that anything that happens once in a hundred pages would be seen. */
const VISITS = 200

/** Each page names other things, so that nothing asked could be the same as before. */
const NAMES = [
  'Shanghai Cooperation Organisation',
  'International Telecommunication Union',
  'United Nations',
  'World Health Organization',
]

const pageAt = (path: string): string | undefined => {
  const number = /^\/visit-(\d+)$/.exec(path)?.[1]
  if (number === undefined) return undefined
  const name = NAMES[Number(number) % NAMES.length]
  return `<!doctype html><html lang="en"><title>Visit ${number}</title><link rel="icon" href="data:,"><p>Visit ${number} to the ${name}.</p></html>`
}

async function visitAll(tab: Tab, origin: string, after: (tab: Tab) => Promise<unknown>): Promise<void> {
  for (let number = 1; number < VISITS; number++) {
    await tab.goTo(`${origin}/visit-${number}`)
    await after(tab)
  }
}

/** Bundles on hosts of their own, each with a name that the pages have. */
async function startBundles(): Promise<readonly { host: BundleHost; link: string }[]> {
  const started = NAMES.slice(0, 3).map((text, index) =>
    hostBundle(`visits-${index}`, [sampleRecord(`made-up-${index}`, `${text} and its friends`)]),
  )
  return Promise.all(started)
}

/** Subscribes to bundles and takes them in: from then on no request for them is due for most of a day. */
async function subscribe(browser: BrowserSession, links: readonly string[]): Promise<void> {
  const page = await browser.openExtensionPage(BARE_PAGE)
  for (const link of links) await askBackground(page, 'sync/subscribe', { link, firstUse: false })
  expect(await updateNow(page)).toMatchObject({ outcome: 'updated' })
  await page.close()
}

/** What is asked for from the first visit on. */
async function requestsOf(browser: BrowserSession, origin: string, after: (tab: Tab) => Promise<unknown>) {
  const before = browser.log.requests.length
  try {
    const tab = await browser.open(`${origin}/visit-0`)
    await after(tab)
    await visitAll(tab, origin, after)
  } finally {
    await browser.close()
  }
  return browser.log.requests.slice(before)
}

describe.each(BROWSERS)(`in %s, what the network sees of ${VISITS} visits`, (name) => {
  test('is the same with the extension and three subscriptions, every page marked, as without', {
    timeout: 600_000,
  }, async () => {
    const site = await startMadePages(pageAt)
    const without = await requestsOf(await launch(name), site.origin, async () => undefined)
    const bundles = await startBundles()
    const browser = await launch(name, { extension: grantedBuild(name) })
    await subscribe(
      browser,
      bundles.map(({ link }) => link),
    )
    const asked = browser.log.requests.map(({ url }) => url)
    for (const { host } of bundles) expect(asked.some((url) => url.startsWith(host.base))).toBe(true)
    const withIt = await requestsOf(browser, site.origin, (tab) =>
      untilMarks(tab, 'the page is marked', ({ length }) => length === 1),
    )
    site.close()
    for (const { host } of bundles) host.close()
    expect(without.map(({ url }) => url)).toEqual(
      Array.from({ length: VISITS }, (_, number) => `${site.origin}/visit-${number}`),
    )
    expect(withIt).toEqual(without)
  })
})
