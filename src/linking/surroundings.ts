import type { DayInterval } from '../facts/interval.ts'
import type { Rejection } from '../model/explanation.ts'
import { dayNumber } from '../model/partial-date.ts'
import { isAnotherPerson } from './another-person.ts'
import { cutsChineseWord } from './chinese-words.ts'
import { isAnotherOffice, isPartOfLargerName } from './larger-names.ts'
import { playedOn } from './played.ts'
import { isQuestionWord } from './questions.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import { isSomebodyElses } from './surnames.ts'
import { isThing } from './things.ts'
import { isOfAnotherAge } from './told-apart.ts'
import { attachedYear } from './versions.ts'
import type { EntityView } from './view.ts'
import { THRESHOLD } from './weights.ts'

/** What the words around a name rule out, whatever the page is about and whatever it has said before. */
export interface Surroundings {
  /** Why senses are not meant; empty where nothing speaks against them. `place` is the spot, or what it lies in. */
  against(spot: Spot, place: SpotPlace): ReadonlyMap<Sense, Rejection>
}

/** Reads the surroundings of the names of a page, each once. `date` is the article's, `spots` all of the page, by block. */
export function surroundingsAt(
  date: DayInterval | undefined,
  spots: readonly (readonly Spot[])[],
): Surroundings {
  const page = { date, isPlayed: playedOn(spots) }
  return {
    against(spot, place) {
      spot.against ??= readReasons(spot, place, page)
      return spot.against
    },
  }
}

const NOTHING: ReadonlyMap<Sense, Rejection> = new Map()

/** What holds for the whole page. */
interface WholePage {
  /** The article's date. */
  readonly date: DayInterval | undefined
  readonly isPlayed: (view: EntityView) => boolean
}

function readReasons(spot: Spot, place: SpotPlace, page: WholePage): ReadonlyMap<Sense, Rejection> {
  let found: Map<Sense, Rejection> | undefined
  const asked: Asked = {}
  for (const sense of spot.senses) {
    const reason = ruledOut(spot, sense, place, page, asked)
    if (reason === undefined) continue
    found ??= new Map()
    found.set(sense, reason)
  }
  return found ?? NOTHING
}

/** What is the same for all senses of a spot that are persons, or positions: a surname may have twenty bearers. */
interface Asked {
  cutsWord?: boolean
  isSomebodyElses?: boolean
  isAnotherPerson?: boolean
  isAnotherOffice?: boolean
}

function ruledOut(
  spot: Spot,
  sense: Sense,
  place: SpotPlace,
  { date, isPlayed }: WholePage,
  asked: Asked,
): Rejection | undefined {
  asked.cutsWord ??= cutsChineseWord(spot)
  if (asked.cutsWord) return 'larger-name'
  if (sense.kind === 'surname') {
    asked.isSomebodyElses ??= isSomebodyElses(spot)
    return asked.isSomebodyElses ? 'somebody-else' : undefined
  }
  if (sense.view.kind === 'person') {
    if (isOfAnotherAge(spot, sense, date)) return 'somebody-else'
    asked.isAnotherPerson ??= isAnotherPerson(spot, place)
    return asked.isAnotherPerson ? 'somebody-else' : undefined
  }
  if (sense.view.position) {
    asked.isAnotherOffice ??= isAnotherOffice(spot)
    return asked.isAnotherOffice ? 'another-office' : undefined
  }
  if (isThing(spot, sense) || isQuestionWord(spot)) return 'larger-name'
  if (isOtherVersion(spot, sense)) return 'other-version'
  if (isYetToCome(sense, date)) return 'yet-to-come'
  return isPlayed(sense.view) || isPartOfLargerName(spot, sense, place) ? 'larger-name' : undefined
}

/** "The 2007 Bishkek summit" is not that of 2019, even where the bundle knows no other. */
function isOtherVersion(spot: Spot, { view }: Sense): boolean {
  if (!VERSIONED.has(view.kind) || view.years.length === 0) return false
  const year = attachedYear(spot)
  return (
    year !== undefined && !view.years.includes(year) && !view.dates.some(({ days }) => liesIn(year, days))
  )
}

const VERSIONED: ReadonlySet<string> = new Set(['event', 'agreement', 'document'])

const liesIn = (year: number, days: DayInterval): boolean =>
  dayNumber(year, 1, 1) <= days.last && days.first <= dayNumber(year, 12, 31)

/** Nobody means by an ambiguous name what came about years after the article: WTO in 1975 is the Warsaw Treaty Organization. */
const isYetToCome = ({ worth, view }: Sense, date: DayInterval | undefined): boolean =>
  date !== undefined && worth < THRESHOLD && view.existence.first > date.last + PLANNED_DAYS

/** Conferences and treaties are spoken of so long before they come about. */
const PLANNED_DAYS = 3 * 365
