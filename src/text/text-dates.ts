import { type DaySpan, spanOf } from '../model/partial-date.ts'
import { beforeSpace, isSpaceAt } from './letters.ts'

/** A date in running text. Offsets are UTF-16 units into the text. */
export interface TextDate {
  readonly start: number
  readonly end: number
  /** The date as EDTF. */
  readonly edtf: string
  readonly days: DaySpan
}

/** Month names by number, as they stand in dates: English, French, Spanish, German, Russian (genitive and nominative). */
const MONTH_NAMES: readonly string[] = [
  'january janvier enero januar jänner января январь январе',
  'february février fevrier febrero februar февраля февраль феврале',
  'march mars marzo märz марта март марте',
  'april avril abril апреля апрель апреле',
  'may mai mayo мая май мае',
  'june juin junio juni июня июнь июне',
  'july juillet julio juli июля июль июле',
  'august août aout agosto августа август августе',
  'september septembre septiembre setiembre сентября сентябрь сентябре',
  'october octobre octubre oktober октября октябрь октябре',
  'november novembre noviembre ноября ноябрь ноябре',
  'december décembre decembre diciembre dezember декабря декабрь декабре',
]
const MONTH_NUMBERS: ReadonlyMap<string, string> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    names.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')] as const),
  ),
)
const MONTHS = [...MONTH_NUMBERS.keys()].join('|')
const MONTH = `(${MONTHS})`
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.)?'
/** "9 and 10 June", "les 9 et 10 juin", "9.–10. Juni", "9 и 10 июня": the first of two days of a month. */
const FIRST_DAY =
  '(?:(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s*(?:and|to|et|au|y|al|a|und|bis|и|по|[-–—])\\s*(?:the\\s+|le\\s+|el\\s+)?)?'
/** The same behind the month: "June 8-9, 2017". */
const LAST_DAY = '(?:\\s*(?:and|to|[-–—])\\s*(\\d{1,2})(?:st|nd|rd|th)?)?'
const YEAR = '((?:1[89]|20)\\d\\d)'

/** "14 June 2019", "June 14, 2019", "14 de junio de 2019", "June 2019" or "2019"; a year inside a longer number or symbol is none. */
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/.–-])(?:${FIRST_DAY}${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:del?\\s+)?${YEAR}|${MONTH}\\s+${DAY}${LAST_DAY},?\\s+${YEAR}|${MONTH},?\\s+(?:de\\s+)?${YEAR}|${YEAR})(?![\\p{L}\\p{N}/]|[–-]\\d)`,
  'giu',
)
/** "2019年6月14日", "2018年6月9日至10日": no space tells where a Chinese date begins. */
const CHINESE_DATE =
  /(?<!\d)((?:1[89]|20)\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日?(?:(?:至|和|到|[-–—])(\d{1,2}))?日)?)?/gu

/** The dates with a year in a stretch of text, in order. Ranges ("2009-2019") are none. */
export function textDates(text: string, from = 0, to = text.length): TextDate[] {
  const stretch = text.slice(from, to)
  // Most sentences hold no year, and looking for four digits costs the least.
  if (!/\d{4}/u.test(stretch)) return []
  return [...datesIn(stretch, from), ...chineseDatesIn(stretch, from)].sort((a, b) => a.start - b.start)
}

/**
 * Dates are sought from a few words before each year on: the pattern would try every word of a stretch, and no date
 * holds another four digits than those it ends with.
 */
function datesIn(text: string, shift: number): TextDate[] {
  const dates: TextDate[] = []
  let behind = 0
  for (const { index, 0: digits } of text.matchAll(YEAR_DIGITS)) {
    const end = index + digits.length
    DATE.lastIndex = Math.max(behind, startOfDate(text, index))
    const match = DATE.exec(text.slice(0, end + LOOKAHEAD))
    if (!match) continue
    behind = match.index + match[0].length
    dates.push(...dateOf(match, shift))
  }
  return dates
}

/** Four digits, and no more of them. */
const YEAR_DIGITS = /(?<!\d)\d{4}(?!\d)/gu
/** What is looked at behind a year: a letter (of two units at most), or a dash and a digit. */
const LOOKAHEAD = 2
/** "9 and the 10 of June de 2019" has no more gaps; whatever is longer is not looked for as one date. */
const MOST_GAPS = 7

/** The earliest offset at which a date that ends with the year at an offset may begin. */
function startOfDate(text: string, year: number): number {
  let at = year
  for (let gaps = 0; gaps < MOST_GAPS; gaps += 1) {
    at = beforeSpace(text, at)
    while (at > 0 && !isSpaceAt(text, at - 1)) at -= 1
  }
  return at
}

function dateOf(match: RegExpExecArray, shift: number): TextDate[] {
  const [whole, firstA, dayA, monthA, yearA, monthB, dayB, lastB, yearB, monthC, yearC, yearD] = match
  const month = (monthA ?? monthB ?? monthC)?.toLowerCase()
  const number = month === undefined ? undefined : MONTH_NUMBERS.get(month)
  return dateAt(shift + match.index, whole, yearA ?? yearB ?? yearC ?? yearD, number, [
    firstA ?? dayA ?? dayB,
    firstA === undefined ? lastB : dayA,
  ])
}

const chineseDatesIn = (text: string, shift: number): TextDate[] =>
  [...text.matchAll(CHINESE_DATE)].flatMap((match) =>
    dateAt(shift + match.index, match[0], match[1], match[2]?.padStart(2, '0'), [match[3], match[4]]),
  )

/** `days` are the day of the month, or the first and the last of them. */
function dateAt(
  start: number,
  whole: string,
  year = '',
  month?: string,
  [first, last]: readonly (string | undefined)[] = [],
): TextDate[] {
  const on = (day?: string) =>
    [
      year,
      ...(month === undefined ? [] : [month]),
      ...(day === undefined ? [] : [day.padStart(2, '0')]),
    ].join('-')
  const isStretch = first !== undefined && last !== undefined && Number(first) < Number(last)
  const edtf = isStretch ? `${on(first)}/${on(last)}` : on(last ?? first)
  const days = spanOf(edtf)
  return days ? [{ start, end: start + whole.length, edtf, days }] : []
}

/** The year that a date lies in. */
export const yearOf = ({ edtf }: TextDate): number => Number(edtf.slice(0, 4))

/** A day of a month without its year, as datelines have it. */
export interface YearlessDay {
  readonly month: number
  readonly day: number
}

/** As agencies shorten them; whole names go before. */
const SHORT_MONTHS =
  'jan|janv|ene|feb|févr|fév|mar|mär|apr|avr|abr|jun|jul|aug|ago|sept|sep|oct|okt|nov|dec|déc|dic|dez|янв|фев|апр|июн|июл|авг|сен|окт|ноя|дек'
const NUMBER_OF_SHORT: ReadonlyMap<string, number> = new Map(
  [
    'jan janv ene янв',
    'feb févr fév фев',
    'mar mär',
    'apr avr abr апр',
    '',
    'jun июн',
    'jul июл',
    'aug ago авг',
    'sept sep сен',
    'oct okt окт',
    'nov ноя',
    'dec déc dic dez дек',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)
const YEARLESS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?(${MONTHS}|${SHORT_MONTHS})|(${MONTHS}|${SHORT_MONTHS})\\.?\\s+(\\d{1,2}))(?![\\p{L}\\p{N}])|(\\d{1,2})月(\\d{1,2})日`,
  'iu',
)

/** The first day of a month in a text, whether or not a year follows it; undefined where there is none. */
export function yearlessDay(text: string): YearlessDay | undefined {
  const match = YEARLESS.exec(text)
  if (!match) return undefined
  const name = (match[2] ?? match[3] ?? '').toLowerCase()
  const month = Number(match[5] ?? MONTH_NUMBERS.get(name) ?? NUMBER_OF_SHORT.get(name) ?? 0)
  const day = Number(match[1] ?? match[4] ?? match[6])
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : undefined
}

/** A month without its year. Offsets are UTF-16 units into the text. */
export interface YearlessMonth {
  readonly start: number
  readonly end: number
  readonly month: number
}

/** "In July", "last July", "im Juli", "в июле"; a month that is no more than a word ("may") needs its preposition. */
const YEARLESS_MONTH = new RegExp(
  `(?<!\\p{L})(?:(?:in|last|this|since|early|late|of|en|de|fin|im|seit|letzten|в|во)\\s+|\\d{1,2}(?:\\.|er)?\\s+(?:de\\s+)?)${MONTH}(?!\\p{L}|,?\\s+(?:de\\s+)?\\d)`,
  'giu',
)
const CHINESE_MONTH = /(?<![\d年])(\d{1,2})月/gu

/** The months of a text that have no year, in order. */
export function yearlessMonths(text: string): YearlessMonth[] {
  const named = [...text.matchAll(YEARLESS_MONTH)].map(({ index, 0: whole, 1: name = '' }) => ({
    start: index,
    end: index + whole.length,
    month: Number(MONTH_NUMBERS.get(name.toLowerCase()) ?? 0),
  }))
  const chinese = [...text.matchAll(CHINESE_MONTH)].map(({ index, 0: whole, 1: month }) => ({
    start: index,
    end: index + whole.length,
    month: Number(month),
  }))
  return [...named, ...chinese]
    .filter(({ month }) => month >= 1 && month <= 12)
    .sort((a, b) => a.start - b.start)
}
