import { describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readFlashed, untilMarks } from './harness/marks.ts'
import { placeOf } from './harness/page-text.ts'
import { untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

describe.each(BROWSERS)('in %s, without the extension’s own pages', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('the keys that the manifest suggests are given', async () => {
    const commands = await running().browser.inExtension(() => chrome.commands.getAll(), null)
    const given = commands.map((command) => [command.name, command.shortcut])
    expect(Object.fromEntries(given)).toEqual({
      _execute_action: 'Alt+Shift+G',
      'open-panel': 'Alt+Shift+S',
      'next-mark': 'Alt+Shift+M',
      'open-card': 'Alt+Shift+O',
      'previous-mark': '',
      'toggle-site': '',
    })
  })

  test('one goes from mark to mark and opens a card by key; the focus goes in, and back to the page', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await tab.bringToFront()
    await tab.inPage(() => document.querySelector<HTMLElement>('#more')?.focus({ preventScroll: true }), null)
    await browser.acts.command('next-mark')
    const first = await until('a mark stands out', async () => (await readFlashed(tab)) || undefined)
    expect(first).toBe('SCO Secretary-General')
    await browser.acts.command('next-mark')
    await until('the next one stands out', async () => (await readFlashed(tab)) === 'Vladimir Norov')
    await browser.acts.command('open-card')
    await untilCard(tab, 'Vladimir Norov')
    const focused = () => tab.inPage(() => document.activeElement?.localName, null)
    await until('the card has the focus', async () => (await focused()) === 'div')
    await tab.press('Escape')
    await untilNoCard(tab)
    expect(await tab.inPage(() => document.activeElement?.id, null)).toBe('more')
  })

  test('a selection is looked up from the context menu, in the side panel', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const panel = await browser.openPanel(tab)
    const place = await placeOf(tab, 'Vladimir Norov')
    await tab.inPage(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf('Vladimir Norov') ?? -1
        if (at < 0) continue
        getSelection()?.setBaseAndExtent(node, at, node, at + 'Vladimir Norov'.length)
        return
      }
    }, null)
    await browser.acts.chooseInMenu(tab, 'look-up', place)
    await until('the search is made', () =>
      panel.run(
        ({ document }) =>
          document.querySelector<HTMLInputElement>('.search-field')?.value === 'Vladimir Norov',
        null,
      ),
    )
    await untilShown(panel, 'Uzbek')
  })

  test('the address bar finds entries, and leads to the best one', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await tab.bringToFront()
    const found = await browser.acts.typeAddress('norov')
    expect(found[0]).toContain('Vladimir Norov')
    const opened = async () =>
      (await browser.inExtension(() => chrome.tabs.query({}), null)).find(({ url }) =>
        url?.endsWith('/popup.html#/entity/international-affairs/vladimir-norov'),
      )
    await until('the entry opens', opened)
  })

  test('marking is switched off on a site by a command, and on again', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await tab.bringToFront()
    // No key is suggested for it; the reader may give one.
    await browser.inExtension(async () => {
      const commands = chrome.commands as unknown as {
        update?(change: { name: string; shortcut: string }): Promise<void>
      }
      await commands.update?.({ name: 'toggle-site', shortcut: 'Alt+Shift+Y' })
    }, null)
    await browser.acts.command('toggle-site')
    await untilMarks(tab, 'the marks are gone', ({ length }) => length === 0)
    await browser.acts.command('toggle-site')
    await untilMarks(tab, 'the marks are back', ({ length }) => length > 0)
  })
})
