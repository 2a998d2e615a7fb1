import type { DayRange } from './time-scale.ts'
import { middleOf, moved, zoomed } from './time-view.ts'
import { FURTHER, NEARER, STEP } from './zoom-bar.tsx'

/** What a drawing that can be zoomed shows, of what, and who is told of a change. */
export interface Zoom {
  readonly view: DayRange
  readonly whole: DayRange
  readonly onView: (view: DayRange) => void
}

/** A wheel's notch is about 100: an eighth nearer or further, so that ten notches cross the whole. */
const WHEEL = 0.00125

/** The listeners by which a drawing is zoomed and moved; none where it cannot be. `mirrored`: time runs from right to left. */
export function zoomListeners(zoom: Zoom | undefined, mirrored: boolean) {
  if (!zoom) return {}
  return {
    onWheel: (event: WheelEvent) => onWheel(event, zoom, mirrored),
    onPointerDown: (event: PointerEvent) => onDrag(event, zoom, mirrored),
    onKeyDown: (event: KeyboardEvent) => onZoomKey(event, zoom, mirrored),
  }
}

/** The wheel alone scrolls the page that the drawing stands in; with Ctrl or Cmd, as a pinch comes too, it zooms. */
function onWheel(event: WheelEvent, { view, whole, onView }: Zoom, mirrored: boolean): void {
  if (!event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  const factor = Math.exp(event.deltaY * WHEEL)
  onView(zoomed(view, factor, dayAt(event, view, mirrored), whole))
}

function dayAt(event: MouseEvent, view: DayRange, mirrored: boolean): number {
  if (!(event.currentTarget instanceof Element)) return middleOf(view)
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientX - left) / width
  return view.first + (view.last - view.first) * (mirrored ? 1 - share : share)
}

function onDrag(event: PointerEvent, { view, whole, onView }: Zoom, mirrored: boolean): void {
  const surface = event.currentTarget
  if (event.button !== 0 || !(surface instanceof HTMLElement)) return
  const { width } = surface.getBoundingClientRect()
  const end = new AbortController()
  const onMove = (move: PointerEvent) => {
    const share = (event.clientX - move.clientX) / width
    // A press that hardly moves is a click on a mark.
    if (Math.abs(event.clientX - move.clientX) < 4 && !surface.hasPointerCapture(move.pointerId)) return
    surface.setPointerCapture(move.pointerId)
    onView(moved(view, mirrored ? -share : share, whole))
  }
  const stop = () => end.abort()
  surface.addEventListener('pointermove', onMove, { signal: end.signal })
  for (const type of ['pointerup', 'pointercancel'])
    surface.addEventListener(type, stop, { signal: end.signal })
}

/** Plus and minus zoom; with Shift the arrows, which alone go from mark to mark, move what is seen. */
function onZoomKey(event: KeyboardEvent, { view, whole, onView }: Zoom, mirrored: boolean): void {
  const step = mirrored ? -STEP : STEP
  const views: Record<string, DayRange> = {
    '+': zoomed(view, NEARER, middleOf(view), whole),
    '=': zoomed(view, NEARER, middleOf(view), whole),
    '-': zoomed(view, FURTHER, middleOf(view), whole),
    ...(event.shiftKey && { ArrowRight: moved(view, step, whole), ArrowLeft: moved(view, -step, whole) }),
  }
  const next = views[event.key]
  if (!next) return
  event.preventDefault()
  event.stopPropagation()
  onView(next)
}
