import { fail, ok, type Result } from './result.ts'

/**
 * The days that an EDTF date (Library of Congress, levels 0 and 1) may mean, as day numbers
 * counted from 1970-01-01 (UTC), both ends included. An open end is -Infinity or Infinity.
 */
export interface DaySpan {
  readonly first: number
  readonly last: number
  /** The finest unit the date names. */
  readonly precision: 'day' | 'month' | 'year' | 'interval'
  /** True for `~`, `?` and `%`: the date is approximate or uncertain. */
  readonly vague: boolean
}

/** Why a text is no EDTF date of level 0 or 1. */
export type DateError = 'not-edtf' | 'no-such-day' | 'end-before-start'

const DATE = /^(-?\d{4}|\d{2}XX|\d{3}X)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/
const MILLISECONDS_PER_DAY = 86_400_000

/** The day number of a calendar day; `month` counts from 1. Years 0-99 are years 0-99, not 1900-1999. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MILLISECONDS_PER_DAY)
}

/** The calendar day of a day number as ISO 8601. */
export const isoDay = (day: number): string =>
  new Date(day * MILLISECONDS_PER_DAY).toISOString().replace(/T.*$/, '')

/** Reads an EDTF date or interval: `2001`, `2001-06`, `2001-06-15`, `201X`, `2007~`, `2013-09/2013-10`, `2004/..`. */
export function parseDate(text: string): Result<DaySpan, DateError> {
  const slash = text.indexOf('/')
  return slash < 0 ? parseSingle(text) : parseInterval(text.slice(0, slash), text.slice(slash + 1))
}

/** The days a date may mean, or undefined where there is no date or it cannot be read. */
export function spanOf(text: string | undefined): DaySpan | undefined {
  if (text === undefined) return undefined
  const parsed = parseDate(text)
  return parsed.ok ? parsed.value : undefined
}

function parseInterval(from: string, to: string): Result<DaySpan, DateError> {
  const start = parseEnd(from, -Infinity)
  const end = parseEnd(to, Infinity)
  if (!start.ok) return start
  if (!end.ok) return end
  if (end.value.last < start.value.first) return fail('end-before-start')
  const vague = start.value.vague || end.value.vague
  return ok({ first: start.value.first, last: end.value.last, precision: 'interval', vague })
}

function parseEnd(text: string, open: number): Result<DaySpan, DateError> {
  // Level 1: ".." is an open end, an empty end is an unknown one; neither bounds the interval.
  if (text === '..' || text === '')
    return ok({ first: open, last: open, precision: 'interval', vague: text === '' })
  return parseSingle(text)
}

function parseSingle(text: string): Result<DaySpan, DateError> {
  const match = DATE.exec(text)
  if (!match) return fail('not-edtf')
  const [, yearText = '', monthText, dayText, mark] = match
  const vague = mark !== undefined || yearText.includes('X')
  if (yearText.includes('X')) return monthText ? fail('not-edtf') : ok(decades(yearText))
  const year = Number(yearText)
  if (monthText === undefined || monthText === 'XX') return wholeYear(year, dayText, vague)
  const month = Number(monthText)
  if (month < 1 || month > 12) return fail('no-such-day')
  if (dayText === undefined || dayText === 'XX') return ok(wholeMonth(year, month, vague))
  return singleDay(year, month, Number(dayText), vague)
}

function decades(text: string): DaySpan {
  const first = Number(text.replaceAll('X', '0'))
  const last = Number(text.replaceAll('X', '9'))
  return { first: dayNumber(first, 1, 1), last: dayNumber(last, 12, 31), precision: 'interval', vague: true }
}

function wholeYear(year: number, dayText: string | undefined, vague: boolean): Result<DaySpan, DateError> {
  if (dayText !== undefined && dayText !== 'XX') return fail('not-edtf')
  return ok({ first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), precision: 'year', vague })
}

const wholeMonth = (year: number, month: number, vague: boolean): DaySpan => ({
  first: dayNumber(year, month, 1),
  last: dayNumber(year, month + 1, 1) - 1,
  precision: 'month',
  vague,
})

function singleDay(year: number, month: number, day: number, vague: boolean): Result<DaySpan, DateError> {
  const first = dayNumber(year, month, day)
  if (day < 1 || day > wholeMonth(year, month, false).last - dayNumber(year, month, 1) + 1)
    return fail('no-such-day')
  return ok({ first, last: first, precision: 'day', vague })
}
