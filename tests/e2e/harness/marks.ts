import type { Tab } from './browser-session.ts'
import { until } from './until.ts'

/** The texts of all painted ranges, in the order of the page; white space as a reader sees it. */
export const readMarks = (tab: Tab): Promise<string[]> => tab.inPage(paintedTexts, null)

/** The text that stands out after a jump, or an empty text. */
export const readFlashed = (tab: Tab): Promise<string> =>
  tab.inPage(() => {
    const flashing = [...CSS.highlights.values()].filter(({ priority }) => priority > 0)
    return flashing
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        return range.toString()
      })
      .join('')
  }, null)

/** Waits until the painted texts are what is expected, then gives them. */
export const untilMarks = (
  tab: Tab,
  what: string,
  expected: (texts: string[]) => boolean,
): Promise<string[]> =>
  until(what, async () => {
    const texts = await readMarks(tab)
    return expected(texts) ? texts : undefined
  })

/** Runs in the page: the registry of highlights is the page's too. A name over several elements is several ranges. */
function paintedTexts(): string[] {
  const rangeOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
    const range = document.createRange()
    range.setStart(startContainer, startOffset)
    range.setEnd(endContainer, endOffset)
    return range
  }
  const painted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(rangeOf))
  painted.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
  const joined: Range[] = []
  for (const range of painted) {
    const before = joined.at(-1)
    if (before !== undefined && range.compareBoundaryPoints(Range.END_TO_START, before) <= 0) {
      // It begins inside the one before, or where that ends: the gap holds no text.
      if (range.compareBoundaryPoints(Range.END_TO_END, before) > 0)
        before.setEnd(range.endContainer, range.endOffset)
      continue
    }
    const gap = before?.cloneRange()
    gap?.collapse(false)
    gap?.setEnd(range.startContainer, range.startOffset)
    const text = gap?.toString()
    // No name ends in white space: what follows it, beyond a line's indentation, goes on with the name.
    const goesOn = text === '' || (text?.trim() === '' && /\s$/.test(before?.toString() ?? ''))
    if (goesOn) before?.setEnd(range.endContainer, range.endOffset)
    else joined.push(range)
  }
  return joined.map((range) => range.toString().replace(/\s+/g, ' '))
}
