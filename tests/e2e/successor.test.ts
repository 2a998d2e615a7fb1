import { describe, expect, test } from 'vitest'
import { subscriptionLink } from '../../src/bundle/subscription-link.ts'
import { manifestBytes } from '../../src/cli/bundle/publish/pack-generation.ts'
import { sampleRecord } from '../unit/bundle/sample-bundle.ts'
import { type PublishOptions, TestPublisher } from '../unit/sync/publisher.ts'
import { askBackground, updateNow } from './harness/ask-background.ts'
import type { ExtensionView } from './harness/browser-session.ts'
import { startBundleHost } from './harness/bundle-host.ts'
import { BROWSERS } from './harness/launch.ts'
import { message } from './harness/messages.ts'
import { press, readView, show, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useReader } from './harness/use-reader.ts'

const RECORDS = [sampleRecord('dialogue', 'Lake Balkhash Dialogue')]

/** A publisher's bundle on a host, of so many generations, which may name the bundle that goes on where it ends. */
async function publish(name: string, id: string, generation: number, successor?: string) {
  const publisher = await TestPublisher.start(name)
  const naming: PublishOptions['change'] = (packed) => {
    const manifest = { ...packed.manifest, supersededBy: successor ?? null }
    return {
      ...packed,
      manifest,
      targets: new Map(packed.targets).set('bundle.json', manifestBytes(manifest)),
    }
  }
  const change = successor === undefined ? {} : { change: naming }
  const files = await publisher.publish(RECORDS, generation, { id, ...change })
  if (successor !== undefined)
    for (const [file, bytes] of await publisher.rotate([], { supersededBy: successor }))
      files.set(file, bytes)
  const host = await startBundleHost(files)
  return { host, link: subscriptionLink({ base: host.base, rootDigest: publisher.rootDigest }) }
}

describe.each(BROWSERS)('in %s, of a bundle whose publisher goes on with another one', (name) => {
  const reader = useReader(name)

  /** A reader of the old bundle, who looks at the view of bundles. */
  async function readerOf(id: string, nextId: string) {
    const { browser, page, hosts } = reader()
    const next = await publish(`next ${nextId}`, nextId, 1)
    const old = await publish(`old ${id}`, id, 42, next.link)
    hosts.push(old.host, next.host)
    await askBackground(page, 'sync/subscribe', { link: old.link, firstUse: false })
    await updateNow(page)
    const popup = await browser.openExtensionPage('/popup.html')
    await show(popup, '#/bundles')
    await untilShown(popup, message('bundle.superseded_title'))
    return { popup, old: old.host.base, next: next.host.base }
  }
  /** Looks at what is offered, sees whose it is, and adds it; until its facts are there. */
  async function follow(popup: ExtensionView, next: string): Promise<void> {
    const requested = () => reader().browser.log.requests.filter(({ url }) => url.startsWith(next)).length
    expect(requested()).toBe(0)
    await press(popup, '.bundle-successor')
    const preview = await untilShown(popup, message('preview.lead'))
    expect(preview).toContain(next)
    expect(preview).not.toContain(message('preview.first_use_title'))
    await press(popup, '.bundle-preview .button-main')
  }

  test('nothing of the other comes before the reader has looked at it and added it; then the old one may go', async () => {
    const { popup, old, next } = await readerOf('alpha', 'beta')
    await follow(popup, next)
    const shown = await untilShown(popup, message('bundle.succeeded_title'))
    expect(shown).toContain(old)
    expect(shown).toContain(next)
    const card = `.bundle-card:has(.notice)`
    await press(popup, `${card} .bundle-remove`)
    await press(popup, `${card} .bundle-actions .button-main`)
    await until('the old one is gone', async () => !(await readView(popup)).includes(old))
    expect(await readView(popup)).toContain(next)
    await popup.close()
  })

  test('one of the same id takes its place in one step, and its address is asked no more', async () => {
    const { popup, old, next } = await readerOf('gamma', 'gamma')
    await follow(popup, next)
    await until('the other has taken its place', async () => {
      const shown = await readView(popup)
      return shown.includes(next) && !shown.includes(old)
    })
    const asked = () => reader().browser.log.requests.filter(({ url }) => url.startsWith(old)).length
    const before = asked()
    await updateNow(reader().page)
    expect(asked()).toBe(before)
    await popup.close()
  })
})
