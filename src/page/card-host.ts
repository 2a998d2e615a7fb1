import { guardActions, keepHost } from './card-guard.ts'
import { type Box, type Place, positionCard, withinWindow } from './card-position.ts'
import { HOST_STYLE } from './host-style.ts'
import { flatParent, isElement } from './nodes.ts'
import { plain } from './plain.ts'

/** The place of an open card: one neutral element on the page, whose inside the page cannot reach. */
export interface CardHost {
  /** The element in the closed shadow root to draw into. */
  readonly container: HTMLElement
  /** Puts the card near a rectangle (viewport pixels); to be called again when the card's size changes. */
  readonly place: (mark: Box, direction: 'ltr' | 'rtl') => void
  /** Moves the card by so many pixels within the window; from then on it stays where the reader put it. */
  readonly moveBy: (x: number, y: number) => void
  /** Whether an event's target, as seen from outside, is the card. */
  readonly isHost: (target: EventTarget | null) => boolean
  /** Moves the keyboard's focus into the card; it goes back to where it was when the card is removed. */
  readonly takeFocus: () => void
  /** Whether the keyboard's focus is in the card. */
  readonly hasFocus: () => boolean
  /** Takes the element away; the page is as it was. */
  readonly remove: () => void
}

/** What a host is opened with. */
export interface CardHostOptions {
  /** The card's style sheet. */
  readonly style: string
  /** Removes the host. */
  readonly signal: AbortSignal
  /** The page has taken the card away again and again: it is removed for good. */
  readonly onLost: () => void
}

const HTML = 'http://www.w3.org/1999/xhtml'

/** What happens in the card is not the page's business (its capturing listeners still learn that the host had an event). */
const KEPT_EVENTS =
  'pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout click dblclick auxclick contextmenu wheel touchstart touchend touchmove keydown keyup keypress beforeinput input change copy cut paste dragstart selectstart focusin focusout'.split(
    ' ',
  )

/** Read once for all cards of a page. */
let read: { readonly style: string; readonly sheet: CSSStyleSheet } | undefined

function sheetOf(style: string): CSSStyleSheet {
  if (read?.style !== style) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    read = { style, sheet }
  }
  return read.sheet
}

/** Opens a host for the card of a marked text. */
export function openCardHost(text: Text, { style, signal, onLost }: CardHostOptions): CardHost {
  const document = text.ownerDocument
  const create = plain(document, 'createElementNS')
  const host = create(HTML, 'div') as HTMLElement
  const root = host.attachShadow({ mode: 'closed' })
  const placement = new CSSStyleSheet()
  placement.replaceSync(HOST_STYLE)
  root.adoptedStyleSheets = [sheetOf(style), placement]
  const container = create(HTML, 'div') as HTMLElement
  root.append(container)
  for (const type of KEPT_EVENTS) container.addEventListener(type, (event) => event.stopPropagation())
  guardActions(container, host)
  const life = new AbortController()
  const focused = plain(document, 'activeElement')
  const remove = (): void => {
    life.abort()
    const hadFocus = plain(document, 'activeElement') === host
    host.remove()
    if (hadFocus && focused?.isConnected === true) (focused as HTMLElement).focus({ preventScroll: true })
  }
  signal.addEventListener('abort', remove, { once: true, signal: life.signal })
  keepHost({ host, parent: () => parentFor(text), signal: life.signal, onLost })

  const move = (name: string, value: string): void => {
    const rule = placement.cssRules[0]
    if (rule !== undefined && 'style' in rule)
      (rule.style as CSSStyleDeclaration).setProperty(name, value, 'important')
  }
  // Where the reader moved the card to.
  let chosen: Place | undefined
  const putAt = (wanted: Place): void => {
    const { left, top } = withinWindow(wanted, host.getBoundingClientRect(), viewportOf(document))
    move('left', `${left}px`)
    move('top', `${top}px`)
  }
  return {
    container,
    isHost: (target) => target === host,
    place: (mark, direction) => {
      // A zoom of the page's root enlarges what is in it, its fixed descendants' coordinates included.
      move('zoom', String(1 / zoomOf(plain(document, 'documentElement'))))
      const { width, height } = host.getBoundingClientRect()
      putAt(chosen ?? positionCard(mark, { width, height }, viewportOf(document), direction))
    },
    moveBy: (x, y) => {
      const { left, top } = host.getBoundingClientRect()
      chosen = { left: left + x, top: top + y }
      putAt(chosen)
    },
    takeFocus: () => {
      const target = container.querySelector<HTMLElement>('[role="dialog"]') ?? container
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1
      target.focus({ preventScroll: true })
    },
    hasFocus: () => root.activeElement !== null,
    remove,
  }
}

/**
 * The end of the document; a modal dialog, and in Chromium what fills the screen, makes all outside it
 * inert, so the card of a text in one has to be in it.
 */
function parentFor(text: Text): Element {
  for (let node: Node | null = text; node !== null; node = flatParent(node))
    if (isElement(node) && node.matches(':modal, :fullscreen')) return node
  return plain(text.ownerDocument, 'documentElement')
}

const zoomOf = (root: Element): number => root.currentCSSZoom || 1

/** Without scroll bars. In quirks mode the body stands for the viewport, and `scrollingElement` knows. */
function viewportOf(document: Document): { width: number; height: number } {
  const { clientWidth, clientHeight } =
    plain(document, 'scrollingElement') ?? plain(document, 'documentElement')
  return { width: clientWidth, height: clientHeight }
}
