/** What of an element's own text is not shown. */
export type HiddenPart = 'nothing' | 'unslotted' | 'text'

/** Not shown: what a fold hides, a shadow host's text that no slot takes, and the fallback of a slot that is filled. */
export function hiddenPart(element: Element): HiddenPart {
  if (element.localName === 'details') return element.hasAttribute('open') ? 'nothing' : 'text'
  if (isSlot(element)) return element.assignedNodes().length > 0 ? 'text' : 'nothing'
  return element.shadowRoot === null ? 'nothing' : 'unslotted'
}

const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot'
