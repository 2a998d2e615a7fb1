import type { Mark } from './marked-block.ts'
import { flatParent, isElement } from './nodes.ts'

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]'

/** Where an article ends, its last heading ends too. */
const BOUNDARY = 'article, aside, nav, footer, [role=article]'

/**
 * Tells sections apart: gives the nearest heading before a mark (or around it), the article that has none,
 * or null. What was found for an element holds for all that was passed on the way, so that going through
 * the marks of a page once takes as many steps as there are elements between them.
 */
export function createSections(): (mark: Mark) => Element | null {
  const known = new Map<Element, Element | null>()

  /** The section that an element's text begins in. */
  const sectionOf = (start: Element): Element | null => {
    const passed: Element[] = []
    let section: Element | null = null
    for (let at: Element | null = start; at !== null; at = before(at)) {
      const found = known.get(at) ?? ownSection(at, at !== start && !at.contains(start))
      if (found !== null || known.has(at)) {
        section = found
        break
      }
      passed.push(at)
    }
    for (const element of passed) known.set(element, section)
    return section
  }

  return (mark) => {
    const element = elementOf(mark)
    return element === null ? null : sectionOf(element)
  }
}

/** The element that a mark stands in; of a block that is read as a whole, for there is no heading in it, that block. */
function elementOf({ block, pieces }: Mark): Element | null {
  const node = block.texts === null ? block.container : pieces[0]?.node
  const at = node === undefined || isElement(node) ? node : flatParent(node)
  return at !== undefined && isElement(at) ? at : null
}

/** The section that stands after an element that was passed, or that an element around is or begins. */
function ownSection(element: Element, isBefore: boolean): Element | null {
  if (element.matches(HEADING)) return element
  if (!isBefore) return element.matches(BOUNDARY) ? element : null
  if (element.matches(BOUNDARY)) return null
  return [...element.querySelectorAll(HEADING)].at(-1) ?? null
}

function before(element: Element): Element | null {
  if (element.previousElementSibling !== null) return element.previousElementSibling
  const parent = flatParent(element)
  if (parent === null || isElement(parent)) return parent
  const host = flatParent(parent)
  return isElement(host) ? host : null
}
