import { type ScaleTime, scaleUtc } from 'd3-scale'
import type { TimelineItem } from '../../facts/timeline.ts'
import { formatDay } from '../format/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import { textWidth } from './text-width.ts'

const MILLISECONDS_PER_DAY = 86_400_000
const DAYS_PER_YEAR = 365.25

/** The days that a drawing covers, both included. */
export interface DayRange {
  readonly first: number
  readonly last: number
}

/** A mark of the axis: its place, its label, and the middle of the label, which stays within the drawing. */
export interface Tick {
  readonly x: number
  readonly label: string
  readonly labelX: number
}

/** The middle of a text as near to a place as the edges of a drawing let it be. */
export function middleWithin(x: number, text: string, width: number, fontSize: number): number {
  const half = textWidth(text, fontSize) / 2
  return Math.min(Math.max(x, half + 2), width - half - 2)
}

/** Room for a year on the axis, with air beside it, as a multiple of the font size. */
const TICK_SPACING = 5.4

/**
 * The days from the earliest to the latest that any item names; `today` is included where something
 * lasts still, `asOf` always. A month of air on both sides at the least keeps single days visible.
 */
export function rangeOf(items: readonly TimelineItem[], today: number, asOf?: number): DayRange {
  const known = items.flatMap(({ first, last }) => [first, last]).filter(Number.isFinite)
  const lasting = items.some(({ last }) => last === Infinity) ? [today] : []
  const days = [...known, ...lasting, ...(asOf === undefined ? [] : [asOf])]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const air = Math.max(30, (last - first) * 0.03)
  return { first: first - air, last: last + air }
}

/** Maps day numbers to places between `from` and `to`, in units of the drawing. */
export type DayScale = (day: number) => number

/** A scale over a range of days; days beyond it are held at its ends. */
export function dayScale(
  range: DayRange,
  from: number,
  to: number,
): { place: DayScale; scale: ScaleTime<number, number> } {
  const scale = scaleUtc()
    .domain([dateOf(range.first), dateOf(range.last)])
    .range([from, to])
    .clamp(true)
  return { place: (day) => scale(dateOf(clampDay(day, range))), scale }
}

/** Marks at round dates, as many as have room; years where the range is long, months where it is short. */
export function ticksOf(
  range: DayRange,
  scale: ScaleTime<number, number>,
  { width, fontSize }: { readonly width: number; readonly fontSize: number },
  t: Translate,
): Tick[] {
  const byYear = range.last - range.first > 3 * DAYS_PER_YEAR
  const fields = byYear ? YEARS : MONTHS
  return scale
    .ticks(Math.max(2, Math.floor(width / (TICK_SPACING * fontSize))))
    .filter((date) => !byYear || date.getUTCMonth() === 0)
    .map((date) => {
      const x = scale(date)
      const label = formatDay(date.getTime() / MILLISECONDS_PER_DAY, fields, t)
      return { x, label, labelX: middleWithin(x, label, width, fontSize) }
    })
}

const YEARS: Intl.DateTimeFormatOptions = { year: 'numeric' }
const MONTHS: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' }

const dateOf = (day: number): Date => new Date(day * MILLISECONDS_PER_DAY)

const clampDay = (day: number, range: DayRange): number => Math.min(range.last, Math.max(range.first, day))
