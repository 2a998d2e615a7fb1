import { beforeAll, describe, expect, test } from 'vitest'
import type { PackedRecognition } from '../../src/model/packed-recognition.ts'
import type { Result } from '../../src/model/result.ts'
import { sampleRecord } from '../unit/bundle/sample-bundle.ts'
import { askBackground, updateNow } from './harness/ask-background.ts'
import type { ExtensionView } from './harness/browser-session.ts'
import { hostBundle } from './harness/bundle-host.ts'
import { BROWSERS } from './harness/launch.ts'
import { fill, press, readView, show, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useReader } from './harness/use-reader.ts'

/** Both bundles know it, each in its own words. */
const NAME = 'Lake Balkhash Dialogue'
const BUNDLES = ['alpha', 'beta']

describe.each(BROWSERS)('in %s, of two bundles that know the same name', (name) => {
  const reader = useReader(name)
  beforeAll(async () => {
    const { page, hosts } = reader()
    for (const id of BUNDLES) {
      const descriptions = [{ text: `As ${id} has it`, lang: 'en' }]
      const { host, link } = await hostBundle(id, [{ ...sampleRecord('dialogue', NAME), descriptions }])
      hosts.push(host)
      await askBackground(page, 'sync/subscribe', { link, firstUse: false })
    }
    await updateNow(page)
  })

  /** The bundles whose entity a page's text may mean, the first offered first. */
  const senses = async (): Promise<readonly string[]> => {
    const blocks = [{ text: `The ${NAME} met on Monday.`, lang: 'en' }]
    const reply = (await askBackground(reader().page, 'page/recognise', { blocks })) as Result<
      PackedRecognition,
      unknown
    >
    const said = reply.ok ? reply.value.senses : []
    return said.flatMap(({ candidates = [] }) => candidates.map(({ bundle }) => bundle))
  }
  /** The same in the search: which description stands above the other. */
  const found = async (popup: ExtensionView): Promise<readonly string[]> => {
    const shown = await readView(popup)
    const places = BUNDLES.map((id) => ({ id, at: shown.indexOf(`As ${id} has it`) }))
    return places.sort((a, b) => a.at - b.at).map(({ id }) => id)
  }

  test('the one that the reader puts first is offered first, on pages and in the search', async () => {
    expect(await senses()).toEqual(['alpha', 'beta'])
    const popup = await reader().browser.openExtensionPage('/popup.html')
    await fill(popup, '.search-field', NAME)
    await untilShown(popup, 'As beta has it')
    expect(await found(popup)).toEqual(['alpha', 'beta'])

    await show(popup, '#/bundles')
    // The packaged bundle is the first; the last one goes up by one place.
    await press(popup, '.bundle-card:last-of-type .bundle-up')
    await until('pages follow', async () => (await senses()).join() === 'beta,alpha')
    await show(popup, '#/')
    await fill(popup, '.search-field', NAME)
    await until('the search follows', async () => (await found(popup)).join() === 'beta,alpha')
  })
})
