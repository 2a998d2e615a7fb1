import type { Settings } from '../model/settings.ts'
import type { Hit } from './hit-test.ts'
import { cardOf, type HoverEvent, type HoverState, nextState, timerOf } from './hover-intent.ts'
import type { Mark } from './marked-block.ts'
import { plain } from './plain.ts'
import { listenForTaps } from './taps.ts'

/** What the controller needs of its surroundings. */
export interface HoverOptions {
  readonly document: Document
  readonly signal: AbortSignal
  /** The mark at a point of the viewport. */
  readonly hitAt: (x: number, y: number) => Hit | null
  /** Whether an event's target is the open card's host. */
  readonly isCard: (target: EventTarget | null) => boolean
  /** Opens the card of a mark near a rectangle (viewport pixels); an open one of another mark is closed first. */
  readonly onOpen: (hit: Hit) => void
  readonly onClose: () => void
  /** The pointer has begun to rest on a mark: what its card needs may be fetched ahead. */
  readonly onAim: (hit: Hit) => void
  /** How the reader wants cards to be opened. */
  readonly preferences: () => HoverPreferences
}

/** What opens a card, and after how many milliseconds on a mark. */
export type HoverPreferences = Pick<Settings, 'cardOpening' | 'dwell'>

/** What the card and the keyboard may ask of the controller. */
export interface Hover {
  /** Opens a mark's card by key: it stays until Escape, its close button, or a press outside. */
  readonly open: (hit: Hit) => void
  /** Closes the open card. */
  readonly close: () => void
  /** Keeps the open card until it is closed or unpinned. */
  readonly pin: () => void
  readonly unpin: () => void
}

/**
 * Milliseconds on a mark after which its card is likely: who only crosses it has left by then, and three quarters of the
 * dwell time remain to have the facts ready.
 */
const AIM = 60

/** Turns trusted pointer and key events into hover events, and the states of hover-intent.ts into cards. */
export function startHover(options: HoverOptions): Hover {
  const { document, signal } = options
  const speedOf = createSpeedometer()
  let state: HoverState<Mark> = { name: 'idle' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let aiming: ReturnType<typeof setTimeout> | undefined
  // Where the pointer met the mark: the card opens at that line.
  let hit: Hit | null = null
  // Where the pointer is: who presses the modifier need not move again.
  let last: Point | null = null

  const tell = (event: HoverEvent<Mark>): void => {
    const before = state
    state = nextState(before, event)
    if (state === before) return
    clearTimeout(timer)
    clearTimeout(aiming)
    if (state.name === 'dwelling' || state.name === 'switching')
      aiming = setTimeout(() => hit && options.onAim(hit), AIM)
    const next = timerOf(state, options.preferences().dwell)
    if (next !== null) timer = setTimeout(() => tell({ type: next.event }), next.ms)
    show(cardOf(before), cardOf(state))
  }
  const show = (before: Mark | null, now: Mark | null): void => {
    if (before === now) return
    if (before !== null) options.onClose()
    if (now !== null && hit?.mark === now) options.onOpen(hit)
  }

  const onMove = (event: PointerEvent): void => {
    // A finger has no hover, and a held button means selecting or dragging.
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return
    const speed = speedOf(event)
    last = { clientX: event.clientX, clientY: event.clientY }
    if (options.isCard(event.target)) tell({ type: 'in-card' })
    else point(wantedAt(event, event.altKey), speed)
  }
  /** The mark under the pointer, where the reader wants cards to open by pointing at it now. */
  const wantedAt = ({ clientX, clientY }: Point, altKey: boolean): Hit | null => {
    const { cardOpening } = options.preferences()
    const isWanted = cardOpening === 'hover' || (cardOpening === 'modifier' && altKey)
    const open = cardOf(state)
    if (!isWanted && open === null) return null
    const found = options.hitAt(clientX, clientY)
    // Without the modifier an open card can be left and come back to, but no other one opens.
    return isWanted || found?.mark === open ? found : null
  }
  const point = (found: Hit | null, speed: number): void => {
    hit = found ?? hit
    tell(found === null ? { type: 'off' } : { type: 'over', mark: found.mark, speed })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing) return
    if (event.key === 'Alt' && !event.repeat && last !== null) point(wantedAt(last, true), 0)
    if (event.key !== 'Escape') return
    // The key closes our card and nothing of the page's; without a card it is the page's.
    if (cardOf(state) !== null) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    tell({ type: 'escape' })
  }
  const onPress = (event: PointerEvent): void => {
    if (event.isTrusted && !options.isCard(event.target)) tell({ type: 'press' })
  }
  const onScroll = (event: Event): void => {
    if (event.isTrusted && !options.isCard(event.target)) tell({ type: 'scroll' })
  }
  const onOut = (event: PointerEvent): void => {
    if (!event.isTrusted || event.relatedTarget !== null) return
    last = null
    tell({ type: 'off' })
  }

  const listen = plain(document, 'addEventListener')
  const quiet = { capture: true, passive: true, signal }
  listen('pointermove', onMove, quiet)
  listen('pointerdown', onPress, quiet)
  listen('pointerout', onOut, quiet)
  listen('scroll', onScroll, quiet)
  listen('keydown', onKey, { capture: true, signal })
  listenForTaps({
    document,
    signal,
    isWanted: (pointer) => {
      const { cardOpening } = options.preferences()
      // A finger cannot hover: it taps, unless the reader wants no cards by pointing at all.
      return cardOpening === 'click' || (pointer === 'touch' && cardOpening !== 'off')
    },
    isOpen: (found) => cardOf(state) === found.mark,
    hitAt: (event) => (options.isCard(event.target) ? null : options.hitAt(event.clientX, event.clientY)),
    onTap: (found) => {
      hit = found
      tell({ type: 'tap', mark: found.mark })
    },
  })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    clearTimeout(aiming)
    if (cardOf(state) !== null) options.onClose()
    state = { name: 'idle' }
  })

  return {
    open: (next) => {
      hit = next
      tell({ type: 'key-open', mark: next.mark })
    },
    close: () => tell({ type: 'escape' }),
    pin: () => tell({ type: 'pin' }),
    unpin: () => tell({ type: 'unpin' }),
  }
}

type Point = Pick<PointerEvent, 'clientX' | 'clientY'>

/** Pixels per millisecond between successive moves; the first has none. */
function createSpeedometer(): (event: PointerEvent) => number {
  let last: { x: number; y: number; time: number } | undefined
  return ({ clientX: x, clientY: y, timeStamp: time }) => {
    const before = last
    last = { x, y, time }
    if (before === undefined || time <= before.time) return 0
    return Math.hypot(x - before.x, y - before.y) / (time - before.time)
  }
}
