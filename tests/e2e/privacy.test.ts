import { describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import type { BrowserSession } from './harness/browser-session.ts'
import { untilCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { pointAt } from './harness/page-text.ts'
import { untilShown } from './harness/popup.ts'
import { startSite } from './harness/site.ts'

describe.each(BROWSERS)('in %s, what the network sees of a visit', (name) => {
  test('is the same with the extension as without', async () => {
    const site = await startSite()
    const article = `${site.origin}/sample-article/`
    const without = await requestsOf(await launch(name), (browser) => browser.open(article))
    const withIt = await requestsOf(
      await launch(name, { extension: grantedBuild(name) }),
      async (browser) => {
        const tab = await openMarked(browser, article)
        await pointAt(tab, 'Vladimir Norov')
        await untilCard(tab, 'Vladimir Norov')
        const popup = await browser.openPopup(tab)
        await untilShown(popup, 'Vladimir Norov')
      },
    )
    site.close()
    expect(without.map(({ url }) => url)).toEqual([article, `${article}article.css`, `${article}article.js`])
    expect(withIt).toEqual(without)
  })
})

async function requestsOf(browser: BrowserSession, visit: (browser: BrowserSession) => Promise<unknown>) {
  try {
    await visit(browser)
  } finally {
    await browser.close()
  }
  return browser.log.requests
}
