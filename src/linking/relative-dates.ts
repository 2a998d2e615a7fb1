import type { DayInterval } from '../facts/interval.ts'
import { dayNumber } from '../model/partial-date.ts'
import { yearlessMonths } from '../text/text-dates.ts'

/** A stretch of days that a text names by its distance from the article's day. Offsets are UTF-16 units into the text. */
export interface RelativeDate {
  readonly start: number
  readonly end: number
  readonly days: DayInterval
}

const NUMBERS: readonly string[] = [
  'a one un une uno una einem einer год один 一',
  'two deux dos zwei два две 两 二',
  'three trois tres drei три 三',
  'four quatre cuatro vier четыре 四',
  'five cinq cinco fünf пять 五',
  'six seis sechs шесть 六',
  'seven sept siete sieben семь 七',
  'eight huit ocho acht восемь 八',
  'nine neuf nueve neun девять 九',
  'ten dix diez zehn десять 十',
]
const VALUES: ReadonlyMap<string, number> = new Map(
  NUMBERS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
)
const NUMBER = `(\\d{1,2}|${[...VALUES.keys()].join('|')})`

/** "Two years ago", "il y a deux ans", "hace dos años", "vor zwei Jahren", "два года назад", "两年前". */
const AGO = new RegExp(
  `(?<!\\p{L})(?:${NUMBER}\\s+years?\\s+(?:ago|earlier|before)|il\\s+y\\s+a\\s+${NUMBER}\\s+ans?|hace\\s+${NUMBER}\\s+años?|vor\\s+${NUMBER}\\s+jahr(?:en)?|${NUMBER}\\s+(?:года?|лет)\\s+назад)(?!\\p{L})|${NUMBER}年前`,
  'giu',
)
const LAST_YEAR =
  /(?<!\p{L})(?:last\s+year(?:['’]s)?|the\s+(?:year\s+before|previous\s+year)|l['’]an\s+dernier|l['’]année\s+(?:dernière|précédente)|(?:el\s+)?año\s+(?:pasado|anterior)|(?:im\s+)?vorjahr|(?:letzten|vergangenen|vorigen)\s+jahr(?:es)?|(?:в\s+)?(?:прошлом|предыдущем)\s+году|прошлогодн\p{L}+|годом\s+ранее|год\s+назад)(?!\p{L})|去年|上一年/giu
const THIS_YEAR =
  /(?<!\p{L})(?:this\s+year(?:['’]s)?|cette\s+année|este\s+año|(?:in\s+)?diese[mns]\s+jahr(?:es)?|(?:в\s+)?этом\s+году)(?!\p{L})|今年/giu

/** A piece of every one of these, each in its language: most stretches speak of no year so. */
const SPEAKS_OF_YEAR = /year|il\s+y\s+a|l['’]an|cette\s+a|año|jahr|год|лет|年/iu

/**
 * What a stretch of text says of time from the article's day on, in order: "last year", "two years ago", and a
 * month without its year ("in July"), which is the latest such month.
 */
export function relativeDates(text: string, from: number, to: number, date: DayInterval): RelativeDate[] {
  const stretch = text.slice(from, to)
  const year = yearOf(date.last)
  const years = (pattern: RegExp, back: (match: RegExpExecArray) => number): RelativeDate[] =>
    [...stretch.matchAll(pattern)].map((match) => ({
      start: from + match.index,
      end: from + match.index + match[0].length,
      days: wholeYear(year - back(match)),
    }))
  const months = yearlessMonths(stretch).map(({ start, end, month }) => ({
    start: from + start,
    end: from + end,
    days: latestMonth(month, date.last),
  }))
  if (!SPEAKS_OF_YEAR.test(stretch)) return months
  return [
    ...years(AGO, yearsAgo),
    ...years(LAST_YEAR, () => 1),
    ...years(THIS_YEAR, () => 0),
    ...months,
  ].sort((a, b) => a.start - b.start)
}

function yearsAgo(match: RegExpExecArray): number {
  const number = match.slice(1).find((group) => group !== undefined) ?? ''
  return VALUES.get(number.toLowerCase()) ?? Number(number)
}

/** The year that a day lies in. */
export const yearOf = (day: number): number => new Date(day * MS_PER_DAY).getUTCFullYear()
const MS_PER_DAY = 86_400_000

const wholeYear = (year: number): DayInterval => ({
  first: dayNumber(year, 1, 1),
  last: dayNumber(year, 12, 31),
})

/** The latest month of that number that has begun by a day. */
function latestMonth(month: number, day: number): DayInterval {
  const year = dayNumber(yearOf(day), month, 1) <= day ? yearOf(day) : yearOf(day) - 1
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 1) - 1 }
}
