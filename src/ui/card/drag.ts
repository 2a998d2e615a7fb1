/** What must be pressed and not dragged. */
const CONTROLS = 'button, a'

/**
 * Follows a press on the card's head until it ends: `onMove` is told the pixels since the last call. Text
 * in the head can still be selected by double click, links and buttons be pressed.
 */
export function startDrag(event: PointerEvent, onMove: (x: number, y: number) => void): void {
  const handle = event.currentTarget
  const pressed = event.target instanceof Element ? event.target.closest(CONTROLS) : null
  if (!(handle instanceof HTMLElement) || pressed || event.button !== 0) return
  const end = new AbortController()
  let { clientX, clientY } = event
  const follow = (move: PointerEvent) => {
    onMove(move.clientX - clientX, move.clientY - clientY)
    ;({ clientX, clientY } = move)
  }
  handle.setPointerCapture(event.pointerId)
  handle.addEventListener('pointermove', follow, { signal: end.signal })
  for (const type of ['pointerup', 'pointercancel'])
    handle.addEventListener(type, () => end.abort(), { signal: end.signal })
}
