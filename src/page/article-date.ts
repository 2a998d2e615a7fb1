import { parseDate } from '../model/partial-date.ts'
import type { DateSignal, DateSignalKind } from './date-signals.ts'

/*
 * Judging the signals moves to the linking layer, which will also weigh datelines, disagreement and a
 * confidence; until then this is the whole of it.
 */

/** The day of an article as ISO 8601 and the kind of signal that told it, or null where nothing tells it for certain. */
export type ArticleDate = { readonly date: string; readonly signal: DateSignalKind } | null

const ORDER: readonly DateSignalKind[] = ['json-ld', 'meta', 'time', 'address']

/**
 * The day on which an article appeared: the most trusted kind of signal that names exactly one day. A
 * kind that names two (a page of several articles) tells nothing, and neither do less trusted kinds then:
 * they would pick one of the several.
 */
export function articleDate(signals: readonly DateSignal[]): ArticleDate {
  for (const kind of ORDER) {
    const days = new Set(
      signals.filter((signal) => signal.kind === kind).flatMap(({ value }) => dayOf(value) ?? []),
    )
    const [day] = days
    if (days.size > 1) return null
    if (day !== undefined) return { date: day, signal: kind }
  }
  return null
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
