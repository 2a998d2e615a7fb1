import { plain } from './plain.ts'

/** What keeps an open card where it is. */
export interface KeepOptions {
  readonly host: HTMLElement
  /** Where the host belongs now. */
  readonly parent: () => Element
  /** Ends the keeping. */
  readonly signal: AbortSignal
  /** The page has taken the card away more often than it is put back. */
  readonly onLost: () => void
}

/** A page that takes the card away so often does not want it there: no duel. */
const MAX_RESTORATIONS = 3

/**
 * Puts the host on the page, over everything, and puts it back where the page removes it, moves it, closes
 * its popover or changes its attributes; a few times. What comes to full screen is over all that was in the
 * top layer before, so the card is raised again then.
 */
export function keepHost({ host, parent, signal, onLost }: KeepOptions): void {
  const { ownerDocument: document } = host
  let restorations = 0

  const place = (): void => {
    const home = parent()
    if (host.parentNode !== home) home.append(host)
    for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name)
    if (host.popover !== 'manual') host.popover = 'manual'
    if (!isOpen(host)) host.showPopover()
    // What was just done here is no change of the page's.
    observer.takeRecords()
    observer.observe(home, { childList: true })
  }
  const isInPlace = (): boolean =>
    host.isConnected && isOpen(host) && host.parentNode === parent() && hasOnlyPopover(host)
  const restore = (): void => {
    if (signal.aborted || isInPlace()) return
    if (restorations++ < MAX_RESTORATIONS) place()
    else onLost()
  }
  const raise = (): void => {
    if (signal.aborted || !isOpen(host)) return
    host.hidePopover()
    host.showPopover()
  }

  const observer = new MutationObserver(restore)
  observer.observe(host, { attributes: true })
  observer.observe(document, { childList: true })
  host.addEventListener('toggle', restore, { signal })
  plain(document, 'addEventListener')('fullscreenchange', raise, { signal })
  signal.addEventListener('abort', () => observer.disconnect())
  place()
}

/** By attribute and state: a page's own `popover` property or a detached host must not throw. */
const isOpen = (host: HTMLElement): boolean => host.isConnected && host.matches(':popover-open')

const hasOnlyPopover = (host: HTMLElement): boolean =>
  host.getAttributeNames().every((name) => name === 'popover') && host.getAttribute('popover') === 'manual'

/** Whatever may make something in the card act. */
const ACTIONS = ['click', 'auxclick', 'dblclick', 'keydown', 'keyup', 'pointerdown', 'mousedown', 'change']

/**
 * Lets nothing in the card act unless the reader did it and could see what is acted on: events that scripts
 * make up, and presses on a card that is covered, invisible or torn out of its place, end here.
 */
export function guardActions(container: HTMLElement, host: HTMLElement): void {
  for (const type of ACTIONS)
    container.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && isVisible(host) && isOnHost(event, host)) return
        event.preventDefault()
        event.stopImmediatePropagation()
      },
      { capture: true },
    )
}

const isVisible = (host: HTMLElement): boolean =>
  isOpen(host) && host.checkVisibility({ opacityProperty: true, visibilityProperty: true })

/** What a pointer presses must be what is on top there; a key has no place. */
function isOnHost(event: Event, host: HTMLElement): boolean {
  if (!('clientX' in event) || !('detail' in event) || event.detail === 0) return true
  const { clientX, clientY } = event as MouseEvent
  return (host.getRootNode() as Document | ShadowRoot).elementFromPoint(clientX, clientY) === host
}
