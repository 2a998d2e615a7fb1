import { type DaySpan, spanOf } from '../model/partial-date.ts'

/** A date in running English text. Offsets are UTF-16 units into the text. */
export interface TextDate {
  readonly start: number
  readonly end: number
  /** The date as EDTF. */
  readonly edtf: string
  readonly days: DaySpan
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = `(${MONTHS.join('|')})`
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '((?:1[89]|20)\\d\\d)'

/** "14 June 2019" or "June 14, 2019" or "June 2019" or "2019"; a year inside a longer number or symbol is none. */
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/.–-])(?:${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}|${MONTH}\\s+${DAY},?\\s+${YEAR}|${MONTH},?\\s+${YEAR}|${YEAR})(?![\\p{L}\\p{N}/]|[–-]\\d)`,
  'giu',
)

/** The dates with a year in a stretch of text, in order. Ranges ("2009-2019") are none. */
export function textDates(text: string, from = 0, to = text.length): TextDate[] {
  const dates: TextDate[] = []
  for (const match of text.slice(from, to).matchAll(DATE)) {
    const [whole, dayA, monthA, yearA, monthB, dayB, yearB, monthC, yearC, yearD] = match
    const edtf = edtfOf(yearA ?? yearB ?? yearC ?? yearD, monthA ?? monthB ?? monthC, dayA ?? dayB)
    const days = spanOf(edtf)
    const start = from + match.index
    if (days) dates.push({ start, end: start + whole.length, edtf, days })
  }
  return dates
}

function edtfOf(year = '', month?: string, day?: string): string {
  if (month === undefined) return year
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')
  return day === undefined ? `${year}-${number}` : `${year}-${number}-${day.padStart(2, '0')}`
}

/** The year that a date lies in. */
export const yearOf = ({ edtf }: TextDate): number => Number(edtf.slice(0, 4))
