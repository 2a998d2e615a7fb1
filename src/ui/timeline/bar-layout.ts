import type { TimelineSpan } from '../../facts/timeline.ts'
import { visibleText } from '../format/safe-text.ts'
import { shortened, textWidth } from './text-width.ts'
import type { DayScale } from './time-scale.ts'

/** Where a bar's label stands: upon the bar, past its end, or ahead of its beginning. */
export type LabelSide = 'upon' | 'after' | 'before'

/** A term drawn as a bar; `x` and `width` in units of the drawing, lanes counted from the top. */
export interface Bar {
  readonly item: TimelineSpan
  readonly x: number
  readonly width: number
  readonly lane: number
  readonly label: string
  /** Where the label begins, or ends where it stands before. */
  readonly labelX: number
  readonly labelSide: LabelSide
  /** The beginning or the end is not known, or lies ahead. */
  readonly opensBefore: boolean
  readonly opensAfter: boolean
}

/** What a drawing offers: how days map, how wide it is, how large its text. */
export interface Canvas {
  readonly place: DayScale
  readonly width: number
  readonly fontSize: number
}

/** A bar of one day must still be seen and hit. */
const NARROWEST_BAR = 4
const LABEL_GAP = 6
/** Beyond these lanes a drawing no longer is an overview; the rest stands in the list underneath. */
export const MOST_LANES = 16

/** Lays terms out in lanes, so that neither bars nor labels touch. What finds no lane is left to the list. */
export function layOutBars(spans: readonly TimelineSpan[], canvas: Canvas): Bar[] {
  const filledTo: number[] = []
  return spans.flatMap((item) => {
    const bar = withLabel(item, canvas)
    const { from, to } = extentOf(bar, canvas)
    const lane = freeLane(filledTo, from)
    if (lane >= MOST_LANES) return []
    filledTo[lane] = to + LABEL_GAP
    return [{ ...bar, lane }]
  })
}

function freeLane(filledTo: readonly number[], from: number): number {
  const free = filledTo.findIndex((end) => end <= from)
  return free < 0 ? filledTo.length : free
}

type UnplacedBar = Omit<Bar, 'lane'>

/** What a bar and its label take up together. */
function extentOf({ x, width, label, labelX, labelSide }: UnplacedBar, { fontSize }: Canvas) {
  const length = textWidth(label, fontSize)
  const labelFrom = labelSide === 'before' ? labelX - length : labelX
  return { from: Math.min(x, labelFrom), to: Math.max(x + width, labelFrom + length) }
}

function withLabel(item: TimelineSpan, canvas: Canvas): UnplacedBar {
  const x = canvas.place(item.first)
  const width = Math.max(NARROWEST_BAR, canvas.place(item.last) - x)
  const opens = { opensBefore: item.first === -Infinity, opensAfter: item.last === Infinity }
  return { item, x, width, ...opens, ...placeLabel(visibleText(item.text), x, width, canvas) }
}

type Label = Pick<Bar, 'label' | 'labelX' | 'labelSide'>

/** Upon the bar where it fits, else past its end, else on the side with more room, shortened to it. */
function placeLabel(text: string, x: number, width: number, canvas: Canvas): Label {
  const wanted = textWidth(text, canvas.fontSize)
  if (wanted + 2 * LABEL_GAP <= width) return { label: text, labelX: x + LABEL_GAP, labelSide: 'upon' }
  const end = x + width
  const room = { before: x - LABEL_GAP, after: canvas.width - end - LABEL_GAP }
  const fits = (['after', 'before'] as const).find((each) => wanted <= room[each])
  const side = fits ?? (room.after >= room.before ? 'after' : 'before')
  const label = shortened(text, room[side], canvas.fontSize)
  return { label, labelX: side === 'after' ? end + LABEL_GAP : x - LABEL_GAP, labelSide: side }
}
