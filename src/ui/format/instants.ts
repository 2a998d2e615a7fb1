import { languageOf, type Translate } from '../i18n/translate.ts'

/** An ISO 8601 instant as date and time of day where the reader is; a text that is none is given back. */
export const formatInstant = (instant: string, t: Translate): string =>
  formatted(instant, { dateStyle: 'long', timeStyle: 'short' }, t)

/** An ISO 8601 instant as a date; a text that is none is given back. */
export const formatInstantDay = (instant: string, t: Translate): string =>
  formatted(instant, { dateStyle: 'long' }, t)

/** A count with the grouping of the reader's language: "1,309". */
export const formatCount = (count: number, t: Translate): string =>
  new Intl.NumberFormat(languageOf(t)).format(count)

/** A share from 0 to 1 with two digits at the most: "0.85". */
export const formatShare = (share: number, t: Translate): string =>
  new Intl.NumberFormat(languageOf(t), { maximumFractionDigits: 2 }).format(Math.min(share, 1))

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes in the unit that fits: "21 MB". */
export function formatBytes(bytes: number, t: Translate): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1)
  const unit = UNITS[power] ?? 'byte'
  const options = {
    style: 'unit',
    unit,
    // Short, a byte has no plural: "461 byte".
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: bytes < 10_000_000_000 && power < 3 ? 0 : 1,
  } as const
  return new Intl.NumberFormat(languageOf(t), options).format(bytes / 1_000 ** power)
}

function formatted(instant: string, options: Intl.DateTimeFormatOptions, t: Translate): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return new Intl.DateTimeFormat(languageOf(t), { ...options, calendar: 'gregory' }).format(date)
}
