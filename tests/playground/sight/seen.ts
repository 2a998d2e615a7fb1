/** A box in the window's coordinates, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of text that a reader sees. */
export interface SeenLine {
  readonly node: Text
  readonly element: Element
  /** As it was laid out. */
  readonly box: Box
  /** What boxes that hide or scroll their overflow leave of it; undefined where that is nothing. */
  readonly visible: Box | undefined
}

/** Every element below a root, those of open shadow roots included. */
export function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ])
}

/** The element around, out of a shadow root too. */
export function parentOf(element: Element): Element | null {
  const root = element.parentNode
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}

/** An element and all around it, from the inside out. */
export function withAncestors(element: Element): Element[] {
  const chain: Element[] = []
  for (let each: Element | null = element; each; each = parentOf(each)) chain.push(each)
  return chain
}

/** What is there for screen readers only (`.unseen`) is clipped to nothing. */
const isForEarsOnly = (element: Element): boolean =>
  withAncestors(element).some((each) => getComputedStyle(each).clipPath === 'inset(50%)')

export const isSeen = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && !isForEarsOnly(element)

/** The lines of all texts that are seen. */
export function linesIn(elements: readonly Element[]): SeenLine[] {
  return elements.flatMap((element) => {
    const texts = [...element.childNodes].filter((node) => node instanceof Text)
    const shown = texts.filter(({ data }) => data.trim() !== '')
    return shown.length > 0 && isSeen(element) ? shown.flatMap((node) => linesOf(node, element)) : []
  })
}

function linesOf(node: Text, element: Element): SeenLine[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  return boxes.map((box) => ({ node, element, box, visible: visibleOf(box, element) }))
}

/** What is left of a box inside an element, once all that clips it has been heeded. */
export function visibleOf(box: Box, element: Element): Box | undefined {
  return withAncestors(element)
    .filter((each) => clips(each))
    .reduce<Box | undefined>((left, each) => left && shared(left, each.getBoundingClientRect()), box)
}

const clips = (element: Element): boolean => {
  const { overflowX, display } = getComputedStyle(element)
  return overflowX !== 'visible' && display !== 'inline' && element !== document.documentElement
}

/** What two boxes share. */
export function shared(a: Box, b: Box): Box | undefined {
  const both = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return both.right > both.left && both.bottom > both.top ? both : undefined
}

/** An element as a complaint names it. */
export function nameOf(element: Element): string {
  const name = element.getAttribute('class')?.split(' ', 1)[0] ?? ''
  return name === '' ? element.localName : `.${name}`
}

/** Whether a computed colour paints nothing. */
export const isTransparent = (colour: string): boolean =>
  colour === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour)
