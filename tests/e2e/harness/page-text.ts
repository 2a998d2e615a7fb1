import type { Tab } from './browser-session.ts'

/** Where a stretch of text stands in the viewport: the middle of its first line, in CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What is looked for: a text as a reader sees it (line breaks are spaces), and which one of several, from 0. */
interface Wanted {
  readonly text: string
  readonly nth: number
}

/** Scrolls a text of the page into view and gives its place; it may run across inline elements. */
export async function placeOf(tab: Tab, text: string, nth = 0): Promise<Place> {
  const place = await tab.inPage(findText, { text, nth })
  if (place === null) throw new Error(`The page has no text "${text}" (${nth}).`)
  return place
}

/** Runs in the page; waits until the page has been told of the scrolling, which would end what comes after. */
async function findText({ text, nth }: Wanted): Promise<Place | null> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const units: [node: Node, offset: number][] = []
  let read = ''
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style')) continue
    for (const [offset, character] of [...(node.nodeValue ?? '')].entries()) {
      const unit = /\s/.test(character) ? ' ' : character
      if (unit === ' ' && read.endsWith(' ')) continue
      read += unit
      units.push([node, offset])
    }
  }
  let at = read.indexOf(text)
  for (let skipped = 0; skipped < nth && at >= 0; skipped += 1) at = read.indexOf(text, at + 1)
  const first = units[at]
  const last = units[at + text.length - 1]
  if (first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(...first)
  range.setEnd(last[0], last[1] + 1)
  first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const box = range.getClientRects()[0]
  if (box === undefined) return null
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

/** Points at a text as a reader does: the pointer comes from below, slows down and stays. */
export async function pointAt(tab: Tab, text: string, nth = 0): Promise<void> {
  const { x, y } = await placeOf(tab, text, nth)
  await tab.movePointer(x - 12, y + 40)
  await tab.movePointer(x, y)
}
