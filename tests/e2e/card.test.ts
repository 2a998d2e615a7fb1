import { describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import { pressInCard, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { message } from './harness/messages.ts'
import { placeOf, pointAt } from './harness/page-text.ts'
import { pause, until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

/** Longer than any card takes to open: a wait for something that is not to happen. */
const LONG_ENOUGH_MS = 1_500

describe.each(BROWSERS)('in %s, the card', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('opens for whom the pointer rests on, with facts as of the article and their sources', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    expect(await readCard(tab)).toBeNull()
    await pointAt(tab, 'Vladimir Norov')
    const card = await untilCard(tab, 'Vladimir Norov')
    expect(card.text).toContain(message('kind.person'))
    expect(card.text).toContain('As of 27 Feb 2020')
    expect(card.links.length).toBeGreaterThan(0)
    for (const { url, rel } of card.links) {
      expect(url).toMatch(/^https?:\/\//)
      expect(rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']))
    }
  })

  test('of a position names who held it when the article was written', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'SCO Secretary-General')
    await untilCard(tab, 'Vladimir Norov')
  })

  test('of a name that the text does not decide offers each that it may mean', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Secretary-General called')
    const card = await untilCard(tab, message('card.senses'))
    expect(card.text).toContain('SCO Secretary-General')
    expect(card.text).toContain('ITU Secretary-General')
  })

  test('is reached with the pointer, stays while it is there, and closes when it leaves', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Vladimir Norov')
    const { box } = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(box.x + box.width / 2, box.y + box.height / 2)
    await pause(LONG_ENOUGH_MS)
    expect(await readCard(tab)).not.toBeNull()
    await tab.movePointer(5, 5)
    await untilNoCard(tab)
  })

  test('closes with Escape, and its inside is nothing that the page could reach', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const before = await tab.inPage(() => document.querySelectorAll('*').length, null)
    await pointAt(tab, 'Vladimir Norov')
    await untilCard(tab, 'Vladimir Norov')
    const seen = await tab.inPage(() => {
      const [host] = [...document.documentElement.children].filter(
        (each) => each !== document.head && each !== document.body,
      )
      return {
        elements: document.querySelectorAll('*').length,
        open: host?.shadowRoot ?? null,
        text: host?.textContent,
      }
    }, null)
    expect(seen).toEqual({ elements: before + 1, open: null, text: '' })
    await tab.press('Escape')
    await untilNoCard(tab)
  })

  test('does not open for a pointer that only crosses', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const { x, y } = await placeOf(tab, 'Vladimir Norov')
    await tab.movePointer(x, y + 200)
    await tab.movePointer(x, y)
    await tab.movePointer(x, y - 200)
    await pause(LONG_ENOUGH_MS)
    expect(await readCard(tab)).toBeNull()
  })

  test('leads to the full entry in a page of the extension', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Vladimir Norov')
    await untilCard(tab, 'Vladimir Norov')
    await pressInCard(tab, message('card.open_details'))
    const opened = async () => {
      const tabs = await browser.inExtension(() => chrome.tabs.query({}), null)
      return tabs.find(({ url }) => url?.includes('/popup.html#'))
    }
    expect((await until('the entry opens in a tab', opened)).url).toContain('norov')
  })
})
