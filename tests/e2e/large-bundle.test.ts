import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generatedRecord } from '../bench/sync/generated-records.ts'
import { sampleRecord } from '../unit/bundle/sample-bundle.ts'
import { askBackground, BARE_PAGE, updateNow } from './harness/ask-background.ts'
import type { BrowserSession, ExtensionView, Tab } from './harness/browser-session.ts'
import { hostBundle } from './harness/bundle-host.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { fill, show, untilShown } from './harness/popup.ts'
import { type Publisher, startPublisher } from './harness/publisher.ts'
import type { Site } from './harness/site.ts'
import { readStoredBundle } from './harness/stored-bundle.ts'
import { until } from './harness/until.ts'

/** With the packaged entities more than are indexed in the background itself. */
const MORE = 1_500
const LAST_NAME = generatedRecord(MORE - 1).names[0]?.text ?? ''

/** The threads that make indexes and live, as the browser's locks tell. */
const liveThreads = (browser: BrowserSession): Promise<number> =>
  browser.inExtension(async () => {
    const { held } = await navigator.locks.query()
    return held?.filter(({ name }) => /^index-thread .* lives$/.test(name ?? '')).length ?? 0
  }, undefined)

describe.each(BROWSERS)('in %s, a bundle too large to be indexed between two answers', (name) => {
  let browser: BrowserSession
  let publisher: Publisher
  let second: Awaited<ReturnType<typeof hostBundle>>
  let site: Site
  let tab: Tab
  let page: ExtensionView

  beforeAll(async () => {
    publisher = await startPublisher(3, 'large', MORE)
    second = await hostBundle('second', [sampleRecord('dialogue', 'Lake Balkhash Dialogue')])
    site = await startMadePages((path) => (path === '/' ? pageWith(LAST_NAME) : undefined))
    browser = await launch(name, { extension: grantedBuild(name) })
    tab = await browser.open(`${site.origin}/`)
    page = await browser.openExtensionPage(BARE_PAGE)
    // What is packaged is indexed first.
    await untilSearchable()
    await askBackground(page, 'sync/subscribe', { link: publisher.link, firstUse: false })
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
    publisher?.close()
    second?.host.close()
  })

  const untilSearchable = () =>
    until('all that is installed can be searched', async () => {
      const reply = (await askBackground(page, 'search/prepare', {})) as { value?: { state: string } }
      return reply.value?.state === 'ready' || undefined
    })
  const untilThreads = (count: number) =>
    until(`${count} threads live`, async () => (await liveThreads(browser)) === count || undefined)

  test('that is stopped on its way leaves no thread', async () => {
    const release = publisher.hold()
    const stopped = updateNow(page)
    await untilThreads(1)
    await askBackground(page, 'sync/cancel', {})
    expect(await stopped).toMatchObject({ outcome: 'failed', code: 'cancelled' })
    release()
    await untilThreads(0)
    expect(await readMarks(tab)).toEqual([])
  })

  test('leaves no thread where the background is ended on its way', async () => {
    const release = publisher.hold()
    void updateNow(page).catch(() => undefined)
    await untilThreads(1)
    await browser.stopBackground()
    await untilSearchable()
    await untilThreads(0)
    release()
  })

  test('is indexed in a thread of its own while it comes in, and what is added meanwhile comes after it', async () => {
    const release = publisher.hold()
    const updating = updateNow(page)
    await untilThreads(1)
    await askBackground(page, 'sync/subscribe', { link: second.link, firstUse: false })
    release()
    expect(await updating).toMatchObject({ outcome: 'current', generation: 3 })
    await untilThreads(0)
    expect(await page.run(readStoredBundle, 'second')).toMatchObject({ generation: 1 })
  })

  test('is marked on the open page, and found', async () => {
    await untilMarks(tab, 'its last name is marked', (marks) => marks.includes(LAST_NAME))
    const popup = await browser.openPopup(tab)
    await show(popup, '#/')
    await fill(popup, '.search-field', LAST_NAME)
    await untilShown(popup, LAST_NAME)
  })
})

const pageWith = (text: string): string => `<!doctype html><title>Name</title><p>Then ${text} spoke.`
