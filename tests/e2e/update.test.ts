import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import type { BrowserSession, ExtensionView, Tab } from './harness/browser-session.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { fill, press, readView, show, untilShown } from './harness/popup.ts'
import { ADDED_NAME, type Publisher, startPublisher } from './harness/publisher.ts'
import { type Site, startSite } from './harness/site.ts'
import { until } from './harness/until.ts'

/** The generation that readers subscribe to: above the packaged bundle's, which grows with every release. */
const FIRST = 100

describe.each(BROWSERS)('in %s, "update now"', (name) => {
  // One page and one popup for all tests: each goes on where the one before it ended.
  let site: Site
  let browser: BrowserSession
  let publisher: Publisher
  let tab: Tab
  let popup: ExtensionView

  beforeAll(async () => {
    publisher = await startPublisher(FIRST)
    site = await startSite()
    browser = await launch(name, { extension: grantedBuild(name) })
    tab = await openMarked(browser, `${site.origin}/sample-article/`)
    popup = await browser.openPopup(tab)
    await show(popup, '#/bundles')
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
    await publisher?.close()
  })

  /** What the last update came to. */
  const update = async (): Promise<string> => {
    await press(popup, '.update .button-main')
    return until('the update has ended', async () => {
      const shown = await readView(popup)
      return shown.includes(message('sync.running')) ? undefined : shown
    })
  }

  test('says that nothing is subscribed to, and asks the network for nothing', async () => {
    const before = browser.log.requests.length
    expect(await update()).toContain(message('sync.no_subscription_title'))
    expect(browser.log.requests.length).toBe(before)
  })

  test('shows what a link leads to before anything is installed', async () => {
    await fill(popup, '.subscription input', publisher.link.replace(/#.*/, ''))
    await press(popup, '.subscription button')
    await untilShown(popup, message('subscription.problem.no_fingerprint'))
    await fill(popup, '.subscription input', publisher.link)
    await press(popup, '.subscription button')
    const shown = await untilShown(popup, message('preview.lead'))
    expect(shown).toContain(publisher.link.replace(/^.*=/, ''))
    expect(shown).toContain('CC0')
    expect(shown).toMatch(/\d+ entries/)
    const parts = browser.log.requests.filter(({ url }) => url.endsWith('.jsonl.gz'))
    expect(parts).toEqual([])
  })

  test('installs a signed bundle, and a name that it adds is marked on the open page', async () => {
    expect(await readMarks(tab)).not.toContain(ADDED_NAME)
    await press(popup, '.bundle-preview .button-main')
    await untilShown(popup, message('subscription.added'))
    const ended = await until('the bundle is installed', async () => {
      const shown = await readView(popup)
      return /1 (entry )?added/.test(shown) ? shown : undefined
    })
    expect(ended).toContain(message('bundle.synced'))
    await untilMarks(tab, 'the added name is marked', (marks) => marks.includes(ADDED_NAME))
  })

  test('asks for the files of the bundle alone, without a trace of the reader', () => {
    const asked = browser.log.requests.filter(({ url }) => url.startsWith(publisher.origin))
    expect(asked.length).toBeGreaterThan(1)
    for (const { method, url, headers } of asked) {
      expect(method).toBe('GET')
      expect(new URL(url).search).toBe('')
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(cookie|referer|authorization|if-.*|range)$/)]),
      )
    }
  })

  test.each(['part', 'manifest'] as const)(
    'changes nothing where a %s was tampered with, and says so',
    async (what) => {
      await publisher.publish(what === 'part' ? FIRST + 1 : FIRST + 2)
      await publisher.tamper(what)
      expect(await update()).toContain(message('sync.failed'))
      expect(await readMarks(tab)).toContain(ADDED_NAME)
    },
  )

  test('changes nothing where the publisher offers an older generation than the installed one', async () => {
    await publisher.publish(FIRST - 1)
    expect(await update()).toContain(message('sync.error.older'))
    expect(await readMarks(tab)).toContain(ADDED_NAME)
  })

  test('goes on with the next sound generation', async () => {
    await publisher.publish(FIRST + 3)
    const [before] = message('sync.updated').split('$1')
    expect(await update()).toContain(`${before}${FIRST + 3}`)
  })
})
