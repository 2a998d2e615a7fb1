import { spanOf } from '../../model/partial-date.ts'
import { languageOf, type Translate } from '../i18n/translate.ts'
import { visibleText } from './safe-text.ts'

/** How much room a date has: `long` is "27 February 2020", `short` is "27 Feb 2020". */
export type DateStyle = 'long' | 'short'

const MILLISECONDS_PER_DAY = 86_400_000
const THIN_SPACE = '\u2009'
const QUALIFIED = /^(.+?)([~?%])$/
const OPEN = /^(?:\.\.)?$/

/**
 * An EDTF date in the reader's language: "June 2009", "c. 2007", "2004–2006", "since 2025".
 * A text that is no EDTF date is given back as it is, for a bundle's text is never hidden.
 */
export function formatDate(edtf: string, t: Translate, style: DateStyle = 'long'): string {
  if (spanOf(edtf) === undefined) return visibleText(edtf)
  const slash = edtf.indexOf('/')
  if (slash >= 0) return formatInterval(edtf.slice(0, slash), edtf.slice(slash + 1), t, style)
  return formatSingle(edtf, t, style)
}

/** When something held: `start` and `end` are EDTF dates, an absent one is not known. Empty where both are. */
export function formatPeriod(
  start: string | undefined,
  end: string | undefined,
  t: Translate,
  style: DateStyle = 'long',
): string {
  if (start === undefined && end === undefined) return ''
  return formatInterval(start ?? '', end ?? '', t, style)
}

function formatInterval(from: string, to: string, t: Translate, style: DateStyle): string {
  if (OPEN.test(from)) return OPEN.test(to) ? '' : t('date.until', [formatDate(to, t, style)])
  if (OPEN.test(to)) return t('date.since', [formatDate(from, t, style)])
  if (from === to) return formatDate(from, t, style)
  const [start, end] = [formatDate(from, t, style), formatDate(to, t, style)]
  if (isDay(from) && isDay(to)) return formatDays(from, to, t, style)
  return isYear(from) && isYear(to) ? t('date.years', [start, end]) : t('date.range', [start, end])
}

const isYear = (edtf: string): boolean => /^-?\d{4}$/.test(edtf)
const isDay = (edtf: string): boolean => /^\d{4}-\d\d-\d\d$/.test(edtf)

/** Two days, with what they have in common said once: "13 – 14 June 2019". Spaces are plain, as in the other ranges. */
function formatDays(from: string, to: string, t: Translate, style: DateStyle): string {
  const [start, end] = [spanOf(from)?.first ?? 0, spanOf(to)?.last ?? 0]
  return dateFormat(FIELDS[style].day, t).formatRange(dateOf(start), dateOf(end)).replaceAll(THIN_SPACE, ' ')
}

function formatSingle(edtf: string, t: Translate, style: DateStyle): string {
  const [, date = edtf, mark] = QUALIFIED.exec(edtf) ?? []
  const text = formatPlain(date, t, style)
  if (mark === '~') return t('date.approximate', [text])
  if (mark === '?') return t('date.uncertain', [text])
  if (mark === '%') return t('date.uncertain', [t('date.approximate', [text])])
  return text
}

function formatPlain(date: string, t: Translate, style: DateStyle): string {
  const span = spanOf(date)
  if (span === undefined) return date
  if (/^\d{3}X/.test(date)) return t('date.decade', [yearText(span.first, t)])
  if (/^\d{2}XX/.test(date)) return t('date.years', [yearText(span.first, t), yearText(span.last, t)])
  return formatDay(span.first, FIELDS[style][span.precision], t)
}

type Fields = Intl.DateTimeFormatOptions

const FIELDS: Record<DateStyle, Record<'day' | 'month' | 'year' | 'interval', Fields>> = {
  long: {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
    year: { year: 'numeric' },
    interval: { year: 'numeric' },
  },
  short: {
    day: { day: 'numeric', month: 'short', year: 'numeric' },
    month: { month: 'short', year: 'numeric' },
    year: { year: 'numeric' },
    interval: { year: 'numeric' },
  },
}

/** A day number as a date. */
export function formatDay(day: number, fields: Fields, t: Translate): string {
  const date = dateOf(day)
  const era: Fields = date.getUTCFullYear() < 1 ? { era: 'short' } : {}
  return dateFormat({ ...fields, ...era }, t).format(date)
}

/** Facts are dated in the Gregorian calendar whatever the reader's own is. */
const dateFormat = (fields: Fields, t: Translate): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(languageOf(t), { ...fields, calendar: 'gregory', timeZone: 'UTC' })

const dateOf = (day: number): Date => new Date(day * MILLISECONDS_PER_DAY)

const yearText = (day: number, t: Translate): string => formatDay(day, { year: 'numeric' }, t)
