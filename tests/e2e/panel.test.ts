import { describe, expect, test } from 'vitest'
import { openMarked, settledMarks } from './article.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { askPanel, catchFiles, untilFiles } from './harness/panel.ts'
import { fill, press, readView, show, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

const SCO = '#/entity/international-affairs/sco?date=2020-02-27'
const NOTE = 'Ask the press office about the 2019 concept.'
/** Stands in the sample article and is no name of any bundle. */
const OWN_NAME = 'practical paper'

/** Brings the tab with the extension's picture to the front. */
const showPicture = async () => {
  const tabs = await chrome.tabs.query({})
  const id = tabs.find(({ url }) => url?.endsWith('/icons/128.png'))?.id
  await chrome.tabs.update(id, { active: true })
}

describe.each(BROWSERS)('in %s, the side panel', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('shows the dossier of the page, follows to another tab that it cannot read, and back', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const panel = await browser.openPanel(tab)
    const shown = await untilShown(panel, message('panel.hints'))
    expect(shown).toContain('Vladimir Norov')
    expect(shown).toContain(message('entry.timeline'))
    expect(shown).toMatch(/Bishkek.*June 2009.*June 2019/)
    // A page of the browser or of an extension, which no extension may read.
    await browser.openExtensionPage('/icons/128.png')
    await browser.inExtension(showPicture, null)
    await untilShown(panel, message('page.closed.title'))
    await tab.bringToFront()
    await untilShown(panel, 'Vladimir Norov')
  })

  test('keeps a note on an entity, which stays with the entry and the page', async () => {
    const { browser, article } = running()
    const panel = await browser.openPanel(await openMarked(browser, article))
    await untilShown(panel, 'Vladimir Norov')
    await show(panel, SCO)
    await fill(panel, '.note-field', NOTE)
    await press(panel, '.note button')
    await untilShown(panel, message('own.saved'))
    await show(panel, '#/')
    await untilShown(panel, NOTE)
    const entry = await browser.openExtensionPage('/popup.html')
    await show(entry, SCO)
    const field = () =>
      entry.run(({ document }) => document.querySelector<HTMLTextAreaElement>('.note-field')?.value, null)
    await until('the entry shows the note', async () => (await field()) === NOTE)
  })

  test('exports the dossier with its notes in three forms, as files and without a permission', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const marks = await settledMarks(tab)
    const panel = await browser.openPanel(tab)
    await untilShown(panel, NOTE)
    await catchFiles(panel)
    for (const format of ['markdown', 'csv', 'annotations']) await press(panel, `[data-format="${format}"]`)
    const files = await untilFiles(panel, 3)
    const textOf = (end: string) => files.find((file) => file.name.endsWith(end))?.text ?? ''
    expect(textOf('.md')).toContain('## Vladimir Norov')
    expect(textOf('.md')).toContain(`> ${NOTE}`)
    expect(textOf('.csv')).toContain(',vladimir-norov,Vladimir Norov,person,')
    const { total, first } = JSON.parse(textOf('.jsonld'))
    // Those whose entity is open are no annotations.
    expect(total).toBeGreaterThan(marks.length - 5)
    expect(first.items[0].target.source).toBe(article)
    const granted = await browser.inExtension(() => chrome.permissions.getAll(), null)
    expect(granted.permissions).not.toContain('downloads')
  })

  test('makes a selected text a name of the entity that is chosen; it is listed and not painted', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const before = await settledMarks(tab)
    const panel = await browser.openPanel(tab)
    await untilShown(panel, 'Vladimir Norov')
    await askPanel(panel, 'name', OWN_NAME)
    await untilShown(panel, message('own.choose_hint'))
    await fill(panel, '.search-field', 'ITU Global Cybersecurity Agenda')
    await press(panel, '[role="option"]')
    const shown = await until('the name is kept', async () => {
      const text = await readView(panel)
      return text.includes(OWN_NAME) && !text.includes(message('own.choose_hint')) ? text : undefined
    })
    expect(shown).toContain('ITU Global Cybersecurity Agenda')
    const count = () =>
      panel.run(({ document }) => {
        const rows = [...document.querySelectorAll('.entity-row')]
        const row = rows.find((each) => each.textContent?.includes('Global Cybersecurity Agenda'))
        return Number.parseInt(row?.querySelector('.jump')?.textContent ?? '', 10)
      }, null)
    await until('the panel counts it', async () => (await count()) === 2)
    expect(await readMarks(tab)).toEqual(before)
  })

  test('switches marking off on the site of the page', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const panel = await browser.openPanel(tab)
    await press(panel, '[role="switch"]')
    await untilMarks(tab, 'the marks are gone', ({ length }) => length === 0)
    await untilShown(panel, message('page.switched_off'))
    await press(panel, '[role="switch"]')
    await untilMarks(tab, 'the marks are back', ({ length }) => length > 0)
  })
})
