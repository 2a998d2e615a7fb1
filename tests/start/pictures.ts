import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { BrowserSession, ColourScheme, Tab } from '../e2e/harness/browser-session.ts'
import { untilCard, untilNoCard } from '../e2e/harness/card.ts'
import { readMarks } from '../e2e/harness/marks.ts'
import { message } from '../e2e/harness/messages.ts'
import { placeOf, pointAt } from '../e2e/harness/page-text.ts'
import { press, untilShown } from '../e2e/harness/popup.ts'
import { pause, until } from '../e2e/harness/until.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SCHEMES: readonly ColourScheme[] = ['light', 'dark']
/** In the first paragraph of the article; the second has the same man by his surname. */
const POINTED_AT = 'Vladimir Norov'

/** Writes pictures of the marked article, a card, the popup, and an entry with its timeline to out/start, and prints what was recognised. */
export async function showInPictures(browser: BrowserSession, article: string): Promise<void> {
  const folder = join(ROOT, 'out', 'start')
  mkdirSync(folder, { recursive: true })
  const save = async (what: string, scheme: ColourScheme, take: (file: string) => Promise<void>) => {
    const file = join(folder, `${browser.name}-${what}-${scheme}.png`)
    await take(file)
    console.log(`wrote ${relative(ROOT, file)}`)
  }
  const tab = await browser.open(article)
  printCounts(await settledMarks(tab))
  for (const scheme of SCHEMES) {
    await browser.setColourScheme(scheme)
    await placeOf(tab, 'Norov thanked his guest')
    await save('page', scheme, tab.screenshot)
    await pointAt(tab, POINTED_AT)
    await untilCard(tab, POINTED_AT)
    await save('card', scheme, tab.screenshot)
    await tab.press('Escape')
    await untilNoCard(tab)
    const popup = await browser.openPopup(tab)
    await untilShown(popup, POINTED_AT)
    await save('popup', scheme, popup.screenshot)
    await press(popup, '.entity-open')
    await untilShown(popup, message('entry.timeline'))
    await popup.run(settle, '.popup-main')
    await save('entry', scheme, popup.screenshot)
    await popup.run(settle, '.timeline')
    await save('timeline', scheme, popup.screenshot)
    await popup.close()
  }
}

/** Runs in the popup: scrolls to an element, without the focus ring that a pointer would not have left. */
function settle({ document }: Window, selector: string): void {
  for (const focused of document.querySelectorAll<HTMLElement>(':focus')) focused.blur()
  document.querySelector(selector)?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/** The marks, once two looks half a second apart find the same. */
async function settledMarks(tab: Tab): Promise<string[]> {
  let before = ''
  const look = async () => {
    const marks = await readMarks(tab)
    const now = JSON.stringify(marks)
    const settled = marks.length > 0 && now === before
    before = now
    await pause(500)
    return settled ? marks : undefined
  }
  return until('the article is marked', look)
}

function printCounts(marks: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  console.log(`recognised ${marks.length} mentions:`)
  for (const [text, count] of counts) console.log(`  ${String(count).padStart(3)} × ${text}`)
}
