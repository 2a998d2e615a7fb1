import { describe, expect, test } from 'vitest'
import { ARTICLE_CHOICES, ARTICLE_ENTITIES, openMarked, settledMarks } from './article.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readFlashed, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { fill, press, readList, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

describe.each(BROWSERS)('in %s, the popup', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('lists what is marked on the page, with counts', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const marks = await settledMarks(tab)
    const popup = await browser.openPopup(tab)
    await untilShown(popup, 'Jumakhon Giyosov')
    const list = await readList(popup)
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(list.toSorted(byName)).toEqual([...ARTICLE_ENTITIES].sort(byName))
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(marks.length - ARTICLE_CHOICES)
  })

  test('fits its window: only the list scrolls', async () => {
    const { browser, article } = running()
    const popup = await browser.openPopup(await openMarked(browser, article))
    await untilShown(popup, 'Jumakhon Giyosov')
    const overflow = await popup.run(({ document }) => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight }
    }, null)
    expect(overflow).toEqual({ right: 0, below: 0 })
  })

  test('leads to a mention on the page and makes it stand out', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    await untilShown(popup, 'ITU Global Cybersecurity Agenda')
    const list = await readList(popup)
    const row = list.findIndex((listed) => listed.name === 'ITU Global Cybersecurity Agenda')
    expect(row).toBeGreaterThanOrEqual(0)
    expect(await tab.inPage(() => scrollY, null)).toBe(0)
    await popup.run(
      ({ document }, index) => document.querySelectorAll<HTMLElement>('.jump')[index]?.click(),
      row,
    )
    await until(
      'the mention stands out',
      async () => (await readFlashed(tab)) === 'Global Cybersecurity Agenda',
    )
    expect(await tab.inPage(() => scrollY, null)).toBeGreaterThan(0)
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
  })

  test('takes the reader’s word for when an article appeared, and gives it back', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const popup = await browser.openPopup(tab)
    await press(popup, '.page-date button')
    await fill(popup, '.date-form input', '2012-05-03')
    await press(popup, '.date-form [type="submit"]')
    expect(await untilShown(popup, message('date_override.own'))).toContain('3 May 2012')
    await press(popup, '.page-date button')
    await press(popup, '.date-form [type="button"]')
    expect(await untilShown(popup, '27 Feb 2020')).not.toContain(message('date_override.own'))
  })

  test('lists what the reader does not want marked here, and has it marked again', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const isNorov = (text: string) => text.includes('Norov')
    await browser.inExtension(async () => {
      const entity = { bundle: 'international-affairs', entity: 'vladimir-norov' }
      const mute = { entity, scope: { reach: 'everywhere' }, mutedAt: new Date().toISOString() }
      await chrome.storage.local.set({ mutes: [mute] })
    }, null)
    await untilMarks(tab, 'he is no longer marked', (marks) => marks.length > 0 && !marks.some(isNorov))
    const popup = await browser.openPopup(tab)
    await untilShown(popup, message('mute.here').replace('$1', '1'))
    await press(popup, '.muted > summary')
    await untilShown(popup, message('mute.everywhere'))
    // The name comes with the record.
    await until('the list names him', async () =>
      popup.run(
        ({ document }, name) => document.querySelector('.muted')?.textContent?.includes(name) ?? false,
        'Vladimir Norov',
      ),
    )
    await press(popup, '.muted .button')
    await untilMarks(tab, 'he is marked again', (marks) => marks.some(isNorov))
    await until('nothing is muted any more', async () =>
      popup.run(({ document }) => document.querySelector('.muted') === null, null),
    )
  })
})
