import type { TimelinePoint } from '../../facts/timeline.ts'
import { visibleText } from '../format/safe-text.ts'
import type { Canvas } from './bar-layout.ts'
import { shortened, textWidth } from './text-width.ts'

/** An event drawn as a point. Rows are counted from the axis: dots pile up above it, labels hang below it. */
export interface Point {
  readonly item: TimelinePoint
  readonly x: number
  readonly row: number
  /** Absent where there is no room: the list underneath has it. */
  readonly label?: { readonly text: string; readonly row: number }
}

/** Two dots nearer than this would cover each other; in units of the drawing. */
const DOT_SPACING = 11
const MOST_DOT_ROWS = 5
const MOST_LABEL_ROWS = 10
/** A label shorter than this says nothing; longer ones push all others out. Multiples of the font size. */
const SHORTEST_LABEL = 8
const LONGEST_LABEL = 19
/** In fewer letters labels would leave room for two or three events only: dots alone read better. */
const NARROWEST_WITH_LABELS = 46

/** Whether a drawing has room for the words of its events. */
export const hasLabels = ({ width, fontSize }: Pick<Canvas, 'width' | 'fontSize'>): boolean =>
  width >= NARROWEST_WITH_LABELS * fontSize

/** Lays events out along the axis: dots never cover each other, labels and their leaders never cross. */
export function layOutPoints(events: readonly TimelinePoint[], canvas: Canvas): Point[] {
  const dots = pileUp(events, canvas)
  return hasLabels(canvas) ? withLabels(dots, canvas) : dots
}

function pileUp(events: readonly TimelinePoint[], canvas: Canvas): Point[] {
  const lastInRow: number[] = []
  return events.map((item) => {
    const x = canvas.place((item.first + item.last) / 2)
    const free = [...Array(MOST_DOT_ROWS).keys()].find(
      (row) => x - (lastInRow[row] ?? -Infinity) >= DOT_SPACING,
    )
    const row = free ?? MOST_DOT_ROWS - 1
    lastInRow[row] = x
    return { item, x, row }
  })
}

/**
 * From the last to the first: a label hangs one row below every label that begins beside it, so that
 * no leader, which falls straight from its dot, meets a label.
 */
function withLabels(dots: readonly Point[], canvas: Canvas): Point[] {
  const placed: Point[] = []
  for (const dot of [...dots].reverse()) {
    const text = labelOf(dot, canvas)
    const end = dot.x + textWidth(text, canvas.fontSize) + DOT_SPACING
    const beside = placed.filter(({ x }) => x < end).map(({ label }) => label?.row ?? -1)
    const row = Math.max(-1, ...beside) + 1
    placed.push(text !== '' && row < MOST_LABEL_ROWS ? { ...dot, label: { text, row } } : dot)
  }
  return placed.reverse()
}

function labelOf({ item, x }: Point, canvas: Canvas): string {
  const { width, fontSize } = canvas
  const room = Math.min(LONGEST_LABEL * fontSize, width - x - DOT_SPACING)
  return room < SHORTEST_LABEL * fontSize ? '' : shortened(visibleText(item.title), room, fontSize)
}
