import { describe, expect, test } from 'vitest'
import type { BrowserSession, Tab } from './harness/browser-session.ts'
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

async function requestsOf(browser: BrowserSession, origin: string, after: (tab: Tab) => Promise<unknown>) {
  try {
    const tab = await browser.open(`${origin}/visit-0`)
    await after(tab)
    await visitAll(tab, origin, after)
  } finally {
    await browser.close()
  }
  return browser.log.requests
}

describe.each(BROWSERS)(`in %s, what the network sees of ${VISITS} visits`, (name) => {
  test('is the same with the extension, every page marked, as without', { timeout: 600_000 }, async () => {
    const site = await startMadePages(pageAt)
    const without = await requestsOf(await launch(name), site.origin, async () => undefined)
    const browser = await launch(name, { extension: grantedBuild(name) })
    const withIt = await requestsOf(browser, site.origin, (tab) =>
      untilMarks(tab, 'the page is marked', ({ length }) => length === 1),
    )
    site.close()
    expect(without.map(({ url }) => url)).toEqual(
      Array.from({ length: VISITS }, (_, number) => `${site.origin}/visit-${number}`),
    )
    expect(withIt).toEqual(without)
  })
})
