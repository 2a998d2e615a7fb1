import { describe, expect, test } from 'vitest'
import { openMarked, settledMarks } from './article.ts'
import { pressInCard, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
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
    expect(card.text).toContain('27 Feb 2020')
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

  test('switches between then and now', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'SCO Secretary-General')
    const then = await untilCard(tab, 'Vladimir Norov')
    expect(then.text).toContain(message('card.holder_now'))
    await pressInCard(tab, message('card.now'))
    await until('the card tells of today', async () => {
      const text = (await readCard(tab))?.text ?? ''
      return !text.includes('Vladimir Norov') && !text.includes(message('card.holder_now'))
    })
    await pressInCard(tab, '27 Feb 2020')
    await untilCard(tab, 'Vladimir Norov')
  })

  test('shows what is related inside, and goes back', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'SCO Secretary-General')
    const card = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(card.box.x + 40, card.box.y + 40)
    await pressInCard(tab, 'Vladimir Norov')
    const gone = await untilCard(tab, message('kind.person'))
    expect(gone.text).toContain('Uzbek')
    await pressInCard(tab, message('popup.back'))
    await untilCard(tab, message('kind.position'))
  })

  test('remarks quietly where the page and the facts disagree about a date, until that is dismissed', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'SCO Summit in Bishkek')
    const card = await untilCard(tab, 'June 2009')
    expect(card.text).toContain('13 – 14 June 2019')
    await tab.movePointer(card.box.x + 40, card.box.y + 40)
    await pressInCard(tab, message('hint.dismiss'))
    const says = message('hint.text').split('$1')[0] ?? ''
    const isSilent = async () => (await readCard(tab))?.text.includes(says) === false
    await until('the remark has gone', isSilent)
    await tab.press('Escape')
    await untilNoCard(tab)
    await tab.movePointer(5, 5)
    await pointAt(tab, 'SCO Summit in Bishkek')
    await untilCard(tab, message('kind.event'))
    expect(await isSilent()).toBe(true)
  })

  test('says why the text is taken to mean what it shows', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Vladimir Norov')
    const card = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(card.box.x + 40, card.box.y + 40)
    await pressInCard(tab, message('why.title'))
    await untilCard(tab, 'is taken to mean')
  })

  test('puts a fact with its source on the clipboard, as text and as Markdown', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const pasted = async () => {
      await tab.inPage(() => {
        const field = document.body.appendChild(document.createElement('textarea'))
        field.id = 'pasted'
        field.focus({ preventScroll: true })
      }, null)
      await tab.paste()
      const text = await until('something is pasted', () =>
        tab.inPage(() => (document.querySelector('#pasted') as HTMLTextAreaElement).value, null),
      )
      await tab.inPage(() => document.querySelector('#pasted')?.remove(), null)
      return text
    }
    await pointAt(tab, 'SCO Secretary-General')
    const card = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(card.box.x + 40, card.box.y + 40)
    // Pinned, it stays open while the page has the focus.
    await pressInCard(tab, message('card.pin'))
    await pressInCard(tab, message('copy.fact'))
    await untilCard(tab, message('copy.markdown'))
    await pressInCard(tab, message('copy.plain'))
    await untilCard(tab, message('copy.done'))
    const plain = await pasted()
    await pressInCard(tab, message('copy.fact'))
    await untilCard(tab, message('copy.markdown'))
    await pressInCard(tab, message('copy.markdown'))
    await untilCard(tab, message('copy.done'))
    const markdown = await pasted()
    expect(plain).toMatch(/^SCO Secretary-General.*Vladimir Norov.*https?:\/\//s)
    expect(plain).not.toContain('](')
    expect(markdown).toMatch(/Vladimir Norov.*\]\(<?https?:\/\//s)
  })

  test('marks no longer what the reader does not want, and takes that back', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const all = await settledMarks(tab)
    await pointAt(tab, 'Vladimir Norov')
    const card = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(card.box.x + 40, card.box.y + 40)
    await pressInCard(tab, message('mute.title'))
    await untilCard(tab, message('mute.site'))
    await pressInCard(tab, message('mute.site'))
    await untilCard(tab, message('mute.undo'))
    const isNorov = (text: string) => text.includes('Norov')
    await untilMarks(tab, 'he is no longer marked', (marks) => marks.length > 0 && !marks.some(isNorov))
    const other = await browser.open(article)
    await untilMarks(other, 'another page of the site is marked', ({ length }) => length > 10)
    expect((await readMarks(other)).some(isNorov)).toBe(false)
    await tab.bringToFront()
    await pressInCard(tab, message('mute.undo'))
    await untilMarks(tab, 'all is marked as before', (marks) => marks.join() === all.join())
  })

  test('stays where the reader pins it', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await pointAt(tab, 'Vladimir Norov')
    const { box } = await untilCard(tab, 'Vladimir Norov')
    await tab.movePointer(box.x + 40, box.y + 40)
    await pressInCard(tab, message('card.pin'))
    await tab.movePointer(5, 5)
    await tab.click(5, 5)
    await pause(LONG_ENOUGH_MS)
    expect(await readCard(tab)).not.toBeNull()
    await pressInCard(tab, message('card.close'))
    await untilNoCard(tab)
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
