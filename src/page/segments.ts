import type { PageBlock, ReadText, Segment } from './page-block.ts'
import { plain } from './plain.ts'
import { createTextLocator } from './text-locator.ts'

const NOWHERE: readonly Segment[] = []

/**
 * Where the text of a block stands, in the order of the text; units between two segments (a space that stands for a gap)
 * belong to no node. Worked out when it is first asked for: of most blocks of a long page nobody ever does. Empty where
 * the text is not what was read any more: its change is on record then, and it is going to be read again.
 */
export function segmentsOf(block: PageBlock): readonly Segment[] {
  block.segments ??= locate(block)
  return block.segments
}

function locate({ container, texts, text }: PageBlock): readonly Segment[] {
  const locator = createTextLocator()
  for (const each of texts ?? textsIn(container)) {
    if (each === null) locator.addGap()
    else locator.addText(each.node, each.start, each.end)
  }
  const located = locator.end()
  return located.text === text ? located.segments : NOWHERE
}

/** All Text nodes in a container, whole. */
function textsIn(container: Node): readonly ReadText[] {
  const { ownerDocument } = container
  if (ownerDocument === null) return []
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION
  const walker = plain(ownerDocument, 'createTreeWalker')(container, shown)
  const texts: ReadText[] = []
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text
    texts.push({ node, start: 0, end: node.data.length })
  }
  return texts
}
