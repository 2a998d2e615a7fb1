import { describe, expect, test } from 'vitest'
import { ARTICLE_MARKS, openMarked, settledMarks } from './article.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { untilMarks } from './harness/marks.ts'
import { pointAt } from './harness/page-text.ts'
import { useBrowser } from './harness/use-browser.ts'

/** Both run in the page; the sample article keeps its own markup as it was before any extension's script ran. */
const readMarkup = () => document.documentElement.outerHTML
const readMarkupAsWritten = () => (globalThis as { markupAsWritten?: string }).markupAsWritten ?? ''

describe.each(BROWSERS)('in %s, the sample article', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('has its names marked, those that run over inline elements included, and nothing else', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    expect(await settledMarks(tab)).toEqual(ARTICLE_MARKS)
  })

  test('has text that comes later marked too', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    await tab.inPage(() => document.querySelector<HTMLElement>('#more')?.click(), null)
    const isLast = (marks: readonly string[]) => marks.at(-1) === 'Global Cybersecurity Agenda'
    await untilMarks(tab, 'the new paragraph is marked', isLast)
  })

  test('has the same markup before marking, after marking and after a card has closed', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const written = await tab.inPage(readMarkupAsWritten, null)
    expect(written).toContain('Vladimir Norov')
    expect(await tab.inPage(readMarkup, null)).toBe(written)
    await pointAt(tab, 'Vladimir Norov')
    await untilCard(tab, 'Vladimir Norov')
    await tab.press('Escape')
    await untilNoCard(tab)
    expect(await tab.inPage(readMarkup, null)).toBe(written)
  })
})
