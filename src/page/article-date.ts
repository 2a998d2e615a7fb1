import type { DateBasis, DateConfidence, PageDate } from '../model/page-marks.ts'
import { dayNumber, parseDate, spanOf } from '../model/partial-date.ts'
import { textDates, yearlessDay } from '../text/text-dates.ts'
import type { DateSignal } from './date-signals.ts'

/** The day of an article as ISO 8601, what told it and how sure it is; null where nothing tells it for certain. */
export type ArticleDate = PageDate | null

/** The kinds that tell a day, the most trusted first. */
const ORDER = ['json-ld', 'meta', 'time', 'address', 'dateline'] as const

/** Written for machines, and so of more weight alone than what stands in the address or the text. */
const FOR_MACHINES: ReadonlySet<DateBasis> = new Set(['json-ld', 'meta', 'time'])

/** Signals this far apart (days) are of one day: time zones differ by as much. */
const SAME_DAY = 1
/** Further apart than this (days), one of them is of another time: an archive moved, an article taken up again. Then nothing is certain. */
const OTHER_TIME = 31

/**
 * The day on which an article appeared: the most trusted kind of signal that names exactly one day. A
 * kind that names two (a page of several articles) tells nothing, and neither do less trusted kinds then:
 * they would pick one of the several. Kinds that are more than a month apart tell nothing together.
 */
export function articleDate(signals: readonly DateSignal[]): ArticleDate {
  const told: Told[] = []
  for (const kind of ORDER) {
    const days = new Set(
      signals.filter((signal) => signal.kind === kind).flatMap((signal) => dayTold(signal, signals)),
    )
    const [day] = days
    if (days.size > 1 && told.length === 0) return null
    if (days.size === 1 && day !== undefined) told.push({ kind, day })
  }
  const [first, ...others] = told
  if (!first) return null
  const furthest = Math.max(0, ...others.map(({ day }) => distance(day, first.day)))
  if (furthest > OTHER_TIME) return null
  return { date: first.day, basis: first.kind, confidence: confidenceOf(first, others, furthest) }
}

interface Told {
  readonly kind: DateBasis
  readonly day: string
}

function confidenceOf({ kind, day }: Told, others: readonly Told[], furthest: number): DateConfidence {
  if (furthest > SAME_DAY) return 'low'
  if (others.some((other) => distance(other.day, day) <= SAME_DAY)) return 'high'
  return FOR_MACHINES.has(kind) ? 'medium' : 'low'
}

const distance = (a: string, b: string): number => Math.abs(dayOfEpoch(a) - dayOfEpoch(b))
const dayOfEpoch = (day: string): number => spanOf(day)?.first ?? Number.NaN

function dayTold(signal: DateSignal, all: readonly DateSignal[]): string[] {
  const day = signal.kind === 'dateline' ? dayInWords(signal.value, all) : dayOf(signal.value)
  return day === undefined ? [] : [day]
}

/** "27 February 2020", or "TASHKENT, February 27": without a year only where the address or a revision tells it. */
function dayInWords(text: string, all: readonly DateSignal[]): string | undefined {
  const full = textDates(text).find(({ days }) => days.precision === 'day')
  if (full) return full.edtf
  const day = yearlessDay(text)
  const year = day && yearOf(day, all)
  return day && year !== undefined ? dayOf(`${year}-${day.month}-${day.day}`) : undefined
}

/** An article is revised so many days after it appeared, at most, for its revision to tell its year. */
const LONGEST_REVISION = 180

function yearOf(
  { month, day }: { month: number; day: number },
  all: readonly DateSignal[],
): number | undefined {
  const inAddress = all
    .filter(({ kind }) => kind === 'month')
    .map(({ value }) => /^(\d{4})(?:-(\d{2}))?$/.exec(value))
  const years = inAddress.flatMap((parts) =>
    parts && (parts[2] === undefined || Number(parts[2]) === month) ? [Number(parts[1])] : [],
  )
  const revised = all.filter(({ kind }) => kind === 'modified').flatMap(({ value }) => dayOf(value) ?? [])
  const byRevision = revised.flatMap((value) => {
    const last = dayOfEpoch(value)
    return [Number(value.slice(0, 4)), Number(value.slice(0, 4)) - 1].filter((year) => {
      const age = last - dayNumber(year, month, day)
      return age >= -SAME_DAY && age <= LONGEST_REVISION
    })
  })
  const found = new Set([...years, ...byRevision])
  const [year] = found
  return found.size === 1 ? year : undefined
}

/**
 * The day at the start of a date as the publisher wrote it, in the publisher's own time zone: `2020-02-27`,
 * `2020-02-27T09:30:00+08:00`, `2020/2/27`, `20200227`; undefined where it is not a full, real day.
 */
export function dayOf(value: string): string | undefined {
  const parts =
    /^\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(value) ??
    /^\s*(\d{4})()(\d{2})(\d{2})(?!\d)/.exec(value)
  if (parts === null) return undefined
  const [, year = '', , month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDate(date).ok ? date : undefined
}
