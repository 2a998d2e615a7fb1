import { keepsLineBreaks } from './eligible.ts'
import { isElement } from './nodes.ts'

/** A stretch of a Text node's data (UTF-16 offsets, end exclusive), and whether a block ends with it. */
export interface TextPart {
  readonly start: number
  readonly end: number
  readonly endsBlock: boolean
}

/** No paragraph is this long (UTF-16 units): it bounds one slice of work and one block of a request. */
const MAX_PART = 100_000

const BLANK_LINES = /\n[\t ]*(?:\n[\t ]*)+/g

/** The parts in which a Text node is read; none where it is not shown. `parent` is the node that it stands in. */
export function* textParts(node: Text, parent: Node): Generator<TextPart, void> {
  if (isElement(parent) && !isShown(node, parent)) return
  let from = 0
  for (const blank of blankLines(node, parent)) {
    yield* cut(node.data, from, blank.index)
    from = blank.index + blank[0].length
  }
  yield* cut(node.data, from, node.data.length, false)
}

/** Not shown: what a fold hides, a host's text that no slot takes, and the fallback of a slot that is filled. */
function isShown(node: Text, parent: Element): boolean {
  if (parent.localName === 'details') return parent.hasAttribute('open')
  if (isSlot(parent)) return parent.assignedNodes().length === 0
  return parent.shadowRoot === null || node.assignedSlot !== null
}

const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot'

/** Where line breaks show, a blank line ends a block, as in plain text. */
function blankLines({ data }: Text, parent: Node): Iterable<RegExpExecArray> {
  if (!isElement(parent) || data.search(BLANK_LINES) < 0 || !keepsLineBreaks(parent)) return []
  return data.matchAll(BLANK_LINES)
}

/** Pieces of at most `MAX_PART` units, cut at a space where there is one. */
function* cut(data: string, from: number, to: number, endsBlock = true): Generator<TextPart, void> {
  let start = from
  while (to - start > MAX_PART) {
    const space = data.lastIndexOf(' ', start + MAX_PART)
    const end = space > start ? space : start + MAX_PART
    yield { start, end, endsBlock: true }
    start = end
  }
  yield { start, end: to, endsBlock }
}
