import type { TimelineSpan } from '../../facts/timeline.ts'
import { visibleText } from '../format/safe-text.ts'
import { shortened, textWidth } from './text-width.ts'
import type { DayRange, DayScale } from './time-scale.ts'

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
  /** The beginning or the end is not known, or lies beyond what is drawn. */
  readonly opensBefore: boolean
  readonly opensAfter: boolean
}

/** What a drawing offers: the days it covers and how they map, how wide it is, how large its text. */
export interface Canvas {
  readonly range: DayRange
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

/** The terms of one position or person in lanes of their own, under its name. */
export interface LaneTitle {
  readonly text: string
  readonly lane: number
}

/**
 * Lays terms out in groups, each under a title: terms that follow one another share a lane, so that labels
 * stand upon their bars or nowhere. Groups that would go beyond the lanes are left to the list.
 */
export function layOutGroups(
  spans: readonly TimelineSpan[],
  titleOf: (span: TimelineSpan) => string,
  canvas: Canvas,
): { readonly bars: readonly Bar[]; readonly titles: readonly LaneTitle[] } {
  const bars: Bar[] = []
  const titles: LaneTitle[] = []
  let lane = 0
  for (const [text, members] of Map.groupBy(spans, titleOf)) {
    const placed = packed(members, canvas)
    const lanes = 1 + Math.max(...placed.map((bar) => bar.lane))
    if (lane + 1 + lanes > MOST_GROUP_LANES) break
    titles.push({ text: shortened(visibleText(text), canvas.width - 4, canvas.fontSize), lane })
    bars.push(...placed.map((bar) => ({ ...bar, lane: bar.lane + lane + 1 })))
    lane += 1 + lanes
  }
  return { bars, titles }
}

/** As many as a popup shows without scrolling: some six positions and people. */
const MOST_GROUP_LANES = 14

function packed(spans: readonly TimelineSpan[], canvas: Canvas): Bar[] {
  const filledTo: number[] = []
  return spans.map((item) => {
    const bar = barOf(item, canvas)
    // A handover is one day; rounding must not open a lane for it.
    const lane = freeLane(filledTo, bar.x + HANDOVER)
    filledTo[lane] = bar.x + bar.width
    const label = shortenedUpon(visibleText(item.text), bar.width, canvas.fontSize)
    return { ...bar, lane, label, labelX: bar.x + LABEL_GAP, labelSide: 'upon' }
  })
}

const HANDOVER = 2

/** A bar's label where at least half of it can stand upon it; a stump of a name names nobody. */
function shortenedUpon(text: string, width: number, fontSize: number): string {
  const room = width - 2 * LABEL_GAP
  return textWidth(text, fontSize) <= 2 * room ? shortened(text, room, fontSize) : ''
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
  const bar = barOf(item, canvas)
  return { ...bar, ...placeLabel(visibleText(item.text), bar.x, bar.width, canvas) }
}

function barOf(item: TimelineSpan, { place, range }: Canvas): Omit<UnplacedBar, keyof Label> {
  const x = place(item.first)
  const width = Math.max(NARROWEST_BAR, place(item.last) - x)
  return { item, x, width, opensBefore: item.first < range.first, opensAfter: item.last > range.last }
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
