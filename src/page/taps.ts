import type { Hit } from './hit-test.ts'
import { isElement } from './nodes.ts'
import { plain } from './plain.ts'

/** What taps are listened for with. */
export interface TapOptions {
  readonly document: Document
  readonly signal: AbortSignal
  /** Whether clicks of a kind of pointer (`mouse`, `touch`, `pen`) are to open cards. */
  readonly isWanted: (pointer: string) => boolean
  readonly isOpen: (hit: Hit) => boolean
  readonly hitAt: (event: MouseEvent) => Hit | null
  readonly onTap: (hit: Hit) => void
}

/** What a click already means something on: the page comes first. */
const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, label, summary, [role=button], [role=link], [role=tab], [onclick]'

/**
 * Hears of clicks and taps on marks that mean nothing else: not on links and buttons, not where the page's
 * own handler took the click, not at the end of a selection. A second one on the same mark closes its card,
 * as the press that it begins with has done.
 */
export function listenForTaps({ document, signal, isWanted, isOpen, hitAt, onTap }: TapOptions): void {
  let isClosing = false
  const onDown = (event: PointerEvent): void => {
    if (!event.isTrusted || !isWanted(event.pointerType)) return
    const hit = hitAt(event)
    isClosing = hit !== null && isOpen(hit)
  }
  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || event.button !== 0 || isClosing || hasModifier(event)) return
    if (!isWanted((event as PointerEvent).pointerType) || isOnInteractive(event)) return
    const hit = hitAt(event)
    if (hit === null) return
    // The page's handlers run first; who prevents the default has done something with the click.
    setTimeout(() => {
      if (!signal.aborted && !event.defaultPrevented && !hasSelection(document)) onTap(hit)
    })
  }
  // Before the controller's own listener, which closes the open card.
  plain(document, 'defaultView')?.addEventListener('pointerdown', onDown, {
    capture: true,
    passive: true,
    signal,
  })
  plain(document, 'addEventListener')('click', onClick, { capture: true, passive: true, signal })
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey

/** Through shadow trees as well, as far as they are open. */
const isOnInteractive = (event: Event): boolean =>
  event
    .composedPath()
    .some(
      (target) =>
        'nodeType' in target && isElement(target as Node) && (target as Element).matches(INTERACTIVE),
    )

const hasSelection = (document: Document): boolean => plain(document, 'getSelection')()?.isCollapsed === false
