import type { TimelineItem, TimelinePoint, TimelineSpan } from '../../facts/timeline.ts'
import { formatDate } from '../format/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import { type Bar, type Canvas, type LaneTitle, layOutBars, layOutGroups } from './bar-layout.ts'
import { hasLabels, layOutPoints, type Point } from './point-layout.ts'
import { shortened } from './text-width.ts'
import { type DayRange, dayScale, middleWithin, rangeOf, type Tick, ticksOf } from './time-scale.ts'

/** What a timeline is drawn from. Days are numbers counted from 1970-01-01 (UTC). */
export interface TimelineInput {
  readonly items: readonly TimelineItem[]
  readonly width: number
  readonly fontSize: number
  readonly today: number
  /** The article's date: its EDTF text and the day at which the line is drawn. */
  readonly asOf?: { readonly text: string; readonly day: number }
  /** The days to draw; without it all that the items name. */
  readonly view?: DayRange
  /** Terms are drawn in groups under this title; without it each by itself. */
  readonly titleOf?: (span: TimelineSpan) => string
  readonly t: Translate
}

/** A drawing, ready to be made: places in pixels from the top and the inline start. */
export interface TimelineLayout {
  readonly height: number
  readonly bars: readonly Bar[]
  readonly titles: readonly LaneTitle[]
  readonly points: readonly Point[]
  readonly ticks: readonly Tick[]
  readonly laneHeight: number
  readonly barsTop: number
  readonly axisY: number
  readonly labelsTop: number
  readonly line?: { readonly x: number; readonly label: string; readonly labelX: number }
}

const SIDE = 8
/** A multiple of the font size. */
const LABEL_MARGIN = 12.5
const DOT_ROW = 11

/** Lays a timeline out: terms in lanes, then the axis with its events, then their labels; the article's date through all. */
export function layOutTimeline(input: TimelineInput): TimelineLayout {
  const range = input.view ?? rangeOf(input.items, input.today, input.asOf?.day)
  const { place, scale } = dayScale(range, SIDE, input.width - endMargin(input))
  const canvas = { range, place, width: input.width, fontSize: input.fontSize }
  const seen = input.items.filter(({ first, last }) => first <= range.last && last >= range.first)
  const { bars, titles } = barsOf(seen.filter(isSpan), canvas, input.titleOf)
  const points = layOutPoints(seen.filter(isPoint), canvas)
  const ticks = ticksOf(range, scale, input, input.t)
  const lanes = 1 + Math.max(-1, ...bars.map(({ lane }) => lane))
  return { bars, titles, points, ticks, ...rows(lanes, points, input), ...lineOf(input, range, place) }
}

const barsOf = (
  spans: readonly TimelineSpan[],
  canvas: Canvas,
  titleOf: TimelineInput['titleOf'],
): Pick<TimelineLayout, 'bars' | 'titles'> =>
  titleOf ? layOutGroups(spans, titleOf, canvas) : { bars: layOutBars(spans, canvas), titles: [] }

/** Where events are labelled, the last of them needs room for its words too. */
const endMargin = (input: TimelineInput): number => (hasLabels(input) ? LABEL_MARGIN * input.fontSize : SIDE)

const isSpan = (item: TimelineItem): item is TimelineSpan => item.kind === 'span'
const isPoint = (item: TimelineItem): item is TimelinePoint => item.kind === 'point'

type Rows = Pick<TimelineLayout, 'height' | 'laneHeight' | 'barsTop' | 'axisY' | 'labelsTop'>

function rows(lanes: number, points: readonly Point[], { fontSize, asOf }: TimelineInput): Rows {
  const laneHeight = Math.round(fontSize * 1.75)
  const barsTop = asOf ? Math.round(fontSize * 1.9) : 4
  const dotRows = 1 + Math.max(0, ...points.map(({ row }) => row))
  const axisY = barsTop + lanes * laneHeight + dotRows * DOT_ROW + 4
  const labelsTop = axisY + Math.round(fontSize * 2.1)
  const labelRows = 1 + Math.max(-1, ...points.map(({ label }) => label?.row ?? -1))
  return { laneHeight, barsTop, axisY, labelsTop, height: labelsTop + labelRows * laneHeight }
}

function lineOf(
  { asOf, width, fontSize, t }: TimelineInput,
  range: DayRange,
  place: (day: number) => number,
): Pick<TimelineLayout, 'line'> {
  if (!asOf || asOf.day < range.first || asOf.day > range.last) return {}
  const whole = t('timeline.article', [formatDate(asOf.text, t, 'short')])
  const label = shortened(whole, width - 4, fontSize)
  const x = place(asOf.day)
  return { line: { x, label, labelX: middleWithin(x, label, width, fontSize) } }
}
