import { type DayInterval, overlap } from '../facts/interval.ts'
import type { Sentence } from '../text/sentences.ts'
import { textDates, yearOf } from '../text/text-dates.ts'
import { mayHoldYear, sentenceAt } from './page-block.ts'
import { relativeDates, yearOf as yearOfDay } from './relative-dates.ts'
import type { Sense, Spot } from './spot.ts'
import type { EntityView } from './view.ts'

/**
 * Chooses among namesakes of different years ("Code of Conduct" of 2011 and of 2015) by the years
 * that the sentence names: one that belongs to the name itself first ("2015 Code", "Code of 2015"),
 * else the nearest before it, else the nearest after it. Undefined where no year fits exactly one.
 */
export function versionByYear(
  spot: Spot,
  senses: readonly Sense[],
  date: DayInterval | undefined,
): Sense | undefined {
  if (!senses.some(({ view }) => view.years.length > 0)) return undefined
  const attached = attachedYear(spot)
  if (attached !== undefined) {
    const own = only(senses.filter(({ view }) => view.years.includes(attached)))
    if (own) return own
  }
  return (
    versionOfDates(senses, namedDates(spot)) ?? (date && versionOfDates(senses, datesFromDay(spot, date)))
  )
}

/** The version of the first date that fits exactly one. */
function versionOfDates(senses: readonly Sense[], dates: readonly NamedDate[]): Sense | undefined {
  for (const { days, year } of dates) {
    const inYear = senses.filter(({ view }) => view.years.includes(year))
    const found = only(inYear) ?? only(inYear.filter(({ view }) => cameAbout(view, days)))
    if (found) return found
  }
  return undefined
}

const only = (senses: readonly Sense[]): Sense | undefined => (senses.length === 1 ? senses[0] : undefined)

const cameAbout = ({ dates }: EntityView, days: DayInterval): boolean =>
  dates.some((claim) => overlap(claim.days, days))

interface NamedDate {
  readonly start: number
  readonly end: number
  readonly days: DayInterval
  readonly year: number
}

/** The dates that the sentence names, those before the spot first, the nearest first. */
function namedDates(spot: Spot): NamedDate[] {
  const { text } = spot.block
  const { start, end } = clauseAround(spot)
  const named = textDates(text, start, end)
    .filter((each) => !GOAL.test(text.slice(Math.max(0, each.start - GOAL_REACH), each.start)))
    .map((each) => ({ ...each, year: yearOf(each) }))
  return byCloseness(named, spot)
}

/** The same of those that are told from the article's day. */
function datesFromDay(spot: Spot, date: DayInterval): NamedDate[] {
  const { start, end } = clauseAround(spot)
  const relative = relativeDates(spot.block.text, start, end, date)
  return byCloseness(
    relative.map((each) => ({ ...each, year: yearOfDay(each.days.last) })),
    spot,
  )
}

function clauseAround({ block, start, end }: Spot): Sentence {
  const sentence = sentenceAt(block, start)
  return {
    start: Math.max(sentence.start, start - LONGEST_CLAUSE),
    end: Math.min(sentence.end, end + LONGEST_CLAUSE),
  }
}

/** "Two per cent by 2024", "jusqu’en 2030": such a year is a goal, and of nothing that the sentence names. */
const GOAL =
  /(?:^|[^\p{L}])(?:by|until|till|before|through|beyond|d['’]ici|jusqu['’](?:en|à)|avant|hasta|antes\s+de|para|bis(?:\s+zum?)?|vor|до|к)\s+$/iu
const GOAL_REACH = 16

function byCloseness(dates: readonly NamedDate[], { start, end }: Spot): NamedDate[] {
  const before = dates.filter((date) => date.end <= start).reverse()
  return [...before, ...dates.filter((date) => date.start >= end)]
}

/** A year further off belongs to something else, and a text without sentences must not be read whole for each name. */
const LONGEST_CLAUSE = 300

/**
 * The year that is part of how something is called: "the 2019 Bishkek summit", "the Bishkek summit of
 * 2019". A year with a preposition or a month before it tells when something was: "in 2019", "June 2019".
 */
export function attachedYear({ block, start, end }: Spot): number | undefined {
  const { text } = block
  const from = Math.max(0, start - REACH)
  const before = mayHoldYear(block, from, start) ? YEAR_BEFORE.exec(text.slice(from, start)) : null
  const after = mayHoldYear(block, end, end + AHEAD) ? YEAR_AFTER.exec(text.slice(end, end + AHEAD)) : null
  const year = before?.[1] ?? after?.[1]
  return year === undefined ? undefined : Number(year)
}

const REACH = 30
const AHEAD = 12
const YEAR_AFTER = /^\s+(?:of\s+|\()((?:1[89]|20)\d\d)(?!\d)/u
const YEAR_BEFORE =
  /(?<![\p{L}\p{N}]|(?:in|on|since|by|of|january|february|march|april|may|june|july|august|september|october|november|december),?\s)((?:1[89]|20)\d\d)\s+(?:\p{Lu}\p{L}*\s+)?$/iu

/** What came about so many days before an article is what it reports when it says no year. */
const RECENT_DAYS = 60

/** Kinds of which there are versions: an organisation is no news. */
const RECURRING: ReadonlySet<string> = new Set(['event', 'agreement', 'document'])

/** The one of several versions that had lately come about at the article's date. */
export function recent(senses: readonly Sense[], date: DayInterval | undefined): Sense | undefined {
  if (!date) return undefined
  const lately = senses.filter(({ view }) => {
    const held = view.existence.first
    return RECURRING.has(view.kind) && held <= date.last && date.first - held <= RECENT_DAYS
  })
  return lately.length === 1 ? lately[0] : undefined
}

/** So many days ahead an event that is announced without its year is the next one. */
const SOON_DAYS = 45

/** The next of several events, where it is near and none was held lately: "leaders fly to the NATO summit". */
export function upcoming(senses: readonly Sense[], date: DayInterval | undefined): Sense | undefined {
  if (!date) return undefined
  const near = senses.filter(({ view }) => {
    const ahead = view.existence.first - date.last
    return view.kind === 'event' && ahead > -RECENT_DAYS && ahead <= SOON_DAYS
  })
  return near.length === 1 ? near[0] : undefined
}

/** The one version that existed at the article's date: nobody writes about a revision to come as if it were there. */
export function onlyExisting(senses: readonly Sense[], date: DayInterval | undefined): Sense | undefined {
  if (!date) return undefined
  const existing = senses.filter(({ view }) => view.existence.first <= date.last)
  return existing.length === 1 && existing.length < senses.length ? existing[0] : undefined
}
