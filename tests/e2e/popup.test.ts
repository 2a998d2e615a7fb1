import { describe, expect, test } from 'vitest'
import { ARTICLE_ENTITIES, ARTICLE_MARKS, openMarked } from './article.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readFlashed, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { placeOf } from './harness/page-text.ts'
import { fill, press, readList, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

describe.each(BROWSERS)('in %s, the popup', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('lists what is marked on the page, with counts', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    await untilShown(popup, 'Vladimir Norov')
    const list = await readList(popup)
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(list.toSorted(byName)).toEqual([...ARTICLE_ENTITIES].sort(byName))
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(ARTICLE_MARKS.length)
    await popup.close()
    await tab.close()
  })

  test('leads to a mention on the page and makes it stand out', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    const row = (await readListOnce(popup)).findIndex(
      ({ name: listed }) => listed === 'Global Cybersecurity Agenda',
    )
    expect(await tab.inPage(() => scrollY, null)).toBe(0)
    const jumps = await popup.run(
      ({ document }, index) => document.querySelectorAll<HTMLElement>('.jump')[index]?.click(),
      row,
    )
    expect(jumps).toBeFalsy()
    await until(
      'the mention stands out',
      async () => (await readFlashed(tab)) === 'Global Cybersecurity Agenda',
    )
    expect(await tab.inPage(() => scrollY, null)).toBeGreaterThan(0)
    await popup.close()
    await tab.close()
  })

  test('finds any entity by any of its names, and shows its entry with a timeline and sources', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    await fill(popup, '.search-field', 'шанхайская')
    await untilShown(popup, 'Shanghai Cooperation Organisation')
    await press(popup, '[role="option"]')
    const entry = await untilShown(popup, message('entry.timeline'))
    expect(entry).toContain(message('entry.sources'))
    expect(
      await popup.run(({ document }) => document.querySelectorAll('svg [role], svg rect').length, null),
    ).toBeGreaterThan(0)
    await popup.close()
    await tab.close()
  })

  test('switches marking off on a site at once, and on again', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    await press(popup, '[role="switch"]')
    await untilMarks(tab, 'the marks are gone', ({ length }) => length === 0)
    await untilShown(popup, message('page.switched_off'))
    await press(popup, '[role="switch"]')
    expect(await untilMarks(tab, 'the marks are back', ({ length }) => length > 0)).toBeDefined()
    await popup.close()
    expect(await placeOf(tab, 'Vladimir Norov')).toBeDefined()
    await tab.close()
  })
})

const readListOnce = async (popup: Parameters<typeof readList>[0]) => {
  await untilShown(popup, 'Vladimir Norov')
  return readList(popup)
}
