import { keepsLineBreaks } from './eligible.ts'
import { isElement } from './nodes.ts'

/** A stretch of a Text node's data (UTF-16 offsets, end exclusive), and whether a block ends with it. */
export interface TextPart {
  readonly start: number
  readonly end: number
  readonly endsBlock: boolean
}

/** No paragraph is this long (UTF-16 units): it bounds one slice of work and one block of a request. */
export const MAX_BLOCK = 100_000

const BLANK_LINES = /\n[\t ]*(?:\n[\t ]*)+/g

/** The parts in which a Text node is to be read, found one by one; null, as nearly always, for the whole of it at once. */
export function textParts(data: string, parent: Node): Iterator<TextPart, void> | null {
  const hasParagraphs = data.includes('\n') && hasBlankLines(data, parent)
  if (data.length <= MAX_BLOCK && !hasParagraphs) return null
  return hasParagraphs ? paragraphs(data) : cut(data, 0, data.length, false)
}

/** Whether a block's whole text is to be read in parts; where it holds elements, their style may keep line breaks too. */
export const hasParts = (text: string, block: Element, hasElements: boolean): boolean =>
  text.length > MAX_BLOCK ||
  (text.includes('\n') && text.search(BLANK_LINES) >= 0 && (hasElements || keepsLineBreaks(block)))

/** Where line breaks show, a blank line ends a block, as in plain text. */
const hasBlankLines = (data: string, parent: Node): boolean =>
  data.search(BLANK_LINES) >= 0 && isElement(parent) && keepsLineBreaks(parent)

function* paragraphs(data: string): Generator<TextPart, void> {
  let from = 0
  for (const blank of data.matchAll(BLANK_LINES)) {
    yield* cut(data, from, blank.index, true)
    from = blank.index + blank[0].length
  }
  yield* cut(data, from, data.length, false)
}

/** Stretches of at most `MAX_BLOCK` units, cut at a space where there is one. */
function* cut(data: string, from: number, to: number, endsBlock: boolean): Generator<TextPart, void> {
  let start = from
  while (to - start > MAX_BLOCK) {
    const space = data.lastIndexOf(' ', start + MAX_BLOCK)
    const end = space > start ? space : start + MAX_BLOCK
    yield { start, end, endsBlock: true }
    start = end
  }
  yield { start, end: to, endsBlock }
}
