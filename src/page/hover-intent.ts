/**
 * What the reader means by moving about: when a card opens, stays and closes. A pure reducer, told of
 * what happens by hover-controller.ts, which also runs the one timer that a state may ask for.
 */
export type HoverState<M> =
  /** Nothing is shown and nothing is about to be. */
  | { readonly name: 'idle' }
  /** The pointer rests on a mark or moves about on it; the card opens when the dwell time is over. */
  | { readonly name: 'dwelling'; readonly mark: M }
  /** The card is open, and the pointer is on its mark or in the card. */
  | { readonly name: 'open'; readonly mark: M; readonly pointer: 'mark' | 'card' }
  /** The card is open, and the pointer is on another mark: maybe only on its way to the card. */
  | { readonly name: 'switching'; readonly mark: M; readonly next: M }
  /** The card is open, the pointer is on neither: it closes when the grace time is over. */
  | { readonly name: 'leaving'; readonly mark: M }
  /** The card stays without the pointer: opened by key, click or tap, or pinned. */
  | { readonly name: 'held'; readonly mark: M; readonly by: 'key' | 'tap' | 'pin' }
  /** The reader does not want the card of the mark under the pointer; any other place ends that. */
  | { readonly name: 'dismissed'; readonly mark: M }

/** What may happen. */
export type HoverEvent<M> =
  /** The pointer moved on a mark; speed in pixels per millisecond. */
  | { readonly type: 'over'; readonly mark: M; readonly speed: number }
  /** The pointer is on no mark and not in the card, or has left the window. */
  | { readonly type: 'off' }
  | { readonly type: 'in-card' }
  | { readonly type: 'dwell-elapsed' }
  | { readonly type: 'grace-elapsed' }
  /** The Escape key, or the card's own close button. */
  | { readonly type: 'escape' }
  /** The page (not the card) scrolled. */
  | { readonly type: 'scroll' }
  /** A pointer button went down outside the card. */
  | { readonly type: 'press' }
  /** The reader asked for a mark's card by key. */
  | { readonly type: 'key-open'; readonly mark: M }
  /** The reader clicked or tapped a mark that is no part of anything that a click works on. */
  | { readonly type: 'tap'; readonly mark: M }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }

/** Milliseconds that a card stays when the pointer has left mark and card: enough to cross the gap by hand. */
export const GRACE = 300

/**
 * Pixels per millisecond: who moves faster is crossing the text, not pointing at it, so the dwell time
 * starts anew with every such move. Aiming moves stay below 0.3, crossing ones above 1.
 */
export const FAST = 0.5

/** The timer that a state needs: it runs from the moment the state is entered; null for none. `dwell` as the reader chose it. */
export function timerOf<M>(
  state: HoverState<M>,
  dwell: number,
): { event: 'dwell-elapsed' | 'grace-elapsed'; ms: number } | null {
  if (state.name === 'dwelling' || state.name === 'switching') return { event: 'dwell-elapsed', ms: dwell }
  return state.name === 'leaving' ? { event: 'grace-elapsed', ms: GRACE } : null
}

/** The mark whose card is open in a state, or null. */
export function cardOf<M>(state: HoverState<M>): M | null {
  const isClosed = state.name === 'idle' || state.name === 'dwelling' || state.name === 'dismissed'
  return isClosed ? null : state.mark
}

/** The next state. The same object means that nothing changed and a running timer goes on; a new one starts its timer anew. */
export function nextState<M>(state: HoverState<M>, event: HoverEvent<M>): HoverState<M> {
  switch (event.type) {
    case 'over':
      return over(state, event.mark, event.speed)
    case 'off':
      return off(state)
    case 'in-card':
      return inCard(state)
    case 'dwell-elapsed':
      return afterDwell(state)
    case 'grace-elapsed':
      return state.name === 'leaving' ? IDLE : state
    case 'escape':
      return dismiss(state)
    case 'scroll':
      return scroll(state)
    case 'press':
      return press(state)
    case 'key-open':
      return { name: 'held', mark: event.mark, by: 'key' }
    case 'tap':
      return { name: 'held', mark: event.mark, by: 'tap' }
    case 'pin':
      return pin(state)
    case 'unpin':
      return state.name === 'held' ? { name: 'open', mark: state.mark, pointer: 'card' } : state
  }
}

const IDLE = { name: 'idle' } as const

function over<M>(state: HoverState<M>, mark: M, speed: number): HoverState<M> {
  switch (state.name) {
    case 'idle':
      return { name: 'dwelling', mark }
    case 'dwelling':
      return state.mark === mark && speed < FAST ? state : { name: 'dwelling', mark }
    case 'open':
      if (state.mark !== mark) return { name: 'switching', mark: state.mark, next: mark }
      return state.pointer === 'mark' ? state : { ...state, pointer: 'mark' }
    case 'leaving':
      if (state.mark === mark) return { name: 'open', mark, pointer: 'mark' }
      return { name: 'switching', mark: state.mark, next: mark }
    case 'switching':
      if (state.mark === mark) return { name: 'open', mark, pointer: 'mark' }
      return state.next === mark && speed < FAST ? state : { ...state, next: mark }
    case 'dismissed':
      return state.mark === mark ? state : { name: 'dwelling', mark }
    case 'held':
      return state
  }
}

function off<M>(state: HoverState<M>): HoverState<M> {
  if (state.name === 'open' || state.name === 'switching') return { name: 'leaving', mark: state.mark }
  return state.name === 'dwelling' || state.name === 'dismissed' ? IDLE : state
}

function inCard<M>(state: HoverState<M>): HoverState<M> {
  if (state.name === 'open' && state.pointer === 'card') return state
  const isOpen = state.name === 'open' || state.name === 'leaving' || state.name === 'switching'
  return isOpen ? { name: 'open', mark: state.mark, pointer: 'card' } : state
}

function afterDwell<M>(state: HoverState<M>): HoverState<M> {
  if (state.name === 'dwelling') return { name: 'open', mark: state.mark, pointer: 'mark' }
  return state.name === 'switching' ? { name: 'open', mark: state.next, pointer: 'mark' } : state
}

/** WCAG 1.4.13, dismissible: away without moving the pointer, and not back at its next small move. */
function dismiss<M>(state: HoverState<M>): HoverState<M> {
  if (state.name === 'switching') return { name: 'dismissed', mark: state.next }
  const isOnMark = state.name === 'dwelling' || (state.name === 'open' && state.pointer === 'mark')
  if (isOnMark) return { name: 'dismissed', mark: state.mark }
  return state.name === 'dismissed' ? state : IDLE
}

/** The text moves away under the pointer; a card that the reader is in, or holds, stays. A tapped one goes: fingers scroll on. */
function scroll<M>(state: HoverState<M>): HoverState<M> {
  if (state.name === 'held' && state.by === 'tap') return IDLE
  if (state.name === 'held' || (state.name === 'open' && state.pointer === 'card')) return state
  return IDLE
}

/** Who presses a button follows a link or selects text, and wants no card now; a pinned card is not in the way. */
function press<M>(state: HoverState<M>): HoverState<M> {
  return state.name === 'held' && state.by === 'pin' ? state : dismiss(state)
}

function pin<M>(state: HoverState<M>): HoverState<M> {
  const mark = cardOf(state)
  return mark === null ? state : { name: 'held', mark, by: 'pin' }
}
