import { describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import { brokenStorageBuild } from './harness/broken-storage.ts'
import { untilCard } from './harness/card.ts'
import { BROWSERS } from './harness/launch.ts'
import { message } from './harness/messages.ts'
import { pointAt } from './harness/page-text.ts'
import { fill, readList, untilShown } from './harness/popup.ts'
import { useBrowser } from './harness/use-browser.ts'

describe.each(BROWSERS)('in %s, where IndexedDB cannot be opened', (name) => {
  const running = useBrowser(name, () => ({ extension: brokenStorageBuild(name) }))

  test('the page is marked from the packaged facts, and the popup says plainly what is wrong', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Vladimir Norov')
    await untilCard(tab, 'Vladimir Norov')
    const popup = await browser.openPopup(tab)
    await untilShown(popup, message('storage.title'))
    await untilShown(popup, 'Vladimir Norov')
    expect((await readList(popup)).length).toBeGreaterThan(0)
    await fill(popup, '.search-field', 'Guterres')
    await untilShown(popup, 'António Guterres')
  })
})
