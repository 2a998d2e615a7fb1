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

describe.each(BROWSERS)('in %s, "update now"', (name) => {
  // One page and one popup for all tests: each goes on where the one before it ended.
  let site: Site
  let browser: BrowserSession
  let publisher: Publisher
  let tab: Tab
  let popup: ExtensionView

  beforeAll(async () => {
    publisher = await startPublisher(2)
    site = await startSite()
    browser = await launch(name, { extension: grantedBuild(name) })
    tab = await openMarked(browser, `${site.origin}/sample-article/`)
    popup = await browser.openPopup(tab)
    await show(popup, '#/bundles')
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
    publisher?.close()
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
    await fill(popup, '.subscription input', `${publisher.link.slice(0, -1)}`)
    await press(popup, '.subscription button')
    await untilShown(popup, message('subscription.problem.no_fingerprint'))
    await fill(popup, '.subscription input', publisher.link.replace(/#.*/, ''))
    await press(popup, '.subscription button')
    await untilShown(popup, message('preview.first_use_title'))
    await press(popup, '.bundle-preview .button:not(.button-main)')
    await fill(popup, '.subscription input', publisher.link)
    await press(popup, '.subscription button')
    const shown = await untilShown(popup, message('preview.lead'))
    expect(shown).not.toContain(message('preview.first_use_title'))
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

  test.each([
    ['part', 3],
    ['manifest', 4],
    ['timestamp', 5],
  ] as const)('changes nothing where a %s was tampered with, and says so', async (what, generation) => {
    await publisher.publish(generation)
    publisher.tamper(what)
    expect(await update()).toContain(message('sync.failed'))
    expect(await readMarks(tab)).toContain(ADDED_NAME)
  })

  test('changes nothing where the publisher offers an older generation than the installed one', async () => {
    await publisher.publish(1)
    expect(await update()).toContain(message('sync.error.rolled_back'))
    expect(await readMarks(tab)).toContain(ADDED_NAME)
  })

  test('goes on with the next sound generation', async () => {
    await publisher.publish(6)
    const [before] = message('sync.updated').split('$1')
    expect(await update()).toContain(`${before}6`)
    // Every one before it was refused: what leads from the installed generation is a delta.
    expect(browser.log.requests.some(({ url }) => url.endsWith('.delta-2-6.jsonl.gz'))).toBe(true)
  })

  test('is stopped by the reader, and nothing has changed', async () => {
    await publisher.publish(7)
    const release = publisher.hold()
    await press(popup, '.update .button-main')
    await press(popup, '.update-cancel')
    await untilShown(popup, message('sync.error.cancelled'))
    release()
    expect(await readMarks(tab)).toContain(ADDED_NAME)
    const [before] = message('sync.updated').split('$1')
    expect(await update()).toContain(`${before}7`)
  })

  test('a bundle that is switched off marks nothing, until it is on again', async () => {
    await press(popup, '.bundle-switch')
    await untilShown(popup, message('bundle.off'))
    await untilMarks(tab, 'nothing is marked', (marks) => marks.length === 0)
    await press(popup, '.bundle-switch')
    await untilMarks(tab, 'it is marked again', (marks) => marks.includes(ADDED_NAME))
  })

  test('a subscription is removed after a second question; what came with the extension stays', async () => {
    await press(popup, '.bundle-remove')
    await untilShown(popup, message('bundle.remove_packaged'))
    await press(popup, '.bundle-actions .button-main')
    await until('nothing is subscribed to', async () =>
      (await readView(popup)).includes(publisher.origin) ? undefined : true,
    )
    await untilMarks(tab, 'the facts are still there', (marks) => marks.includes(ADDED_NAME))
    const asked = browser.log.requests.length
    expect(await update()).toContain(message('sync.no_subscription_title'))
    expect(browser.log.requests.length).toBe(asked)
  })
})
