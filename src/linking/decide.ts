import type { DayInterval } from '../facts/interval.ts'
import type { Rejection } from '../model/explanation.ts'
import type { MentionVia } from '../model/mention.ts'
import { dayNumber } from '../model/partial-date.ts'
import type { Discourse } from './discourse.ts'
import { isAnotherOffice, isPartOfLargerName } from './larger-names.ts'
import type { OfficesOf } from './offices.ts'
import { relatedInSentence } from './sentence-relations.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import { isSomebodyElses } from './surnames.ts'
import { attachedYear, onlyExisting, recent, versionByYear } from './versions.ts'
import { EVIDENCE, MARGIN, THRESHOLD } from './weights.ts'

/** What became of a spot. `support` is from 0 to 1. */
export type Decision =
  | {
      readonly outcome: 'linked'
      readonly sense: Sense
      readonly via: MentionVia
      readonly support: number
      readonly rejected: readonly RejectedSense[]
    }
  | {
      readonly outcome: 'ambiguous'
      readonly senses: readonly Sense[]
      readonly support: number
      readonly rejected: readonly RejectedSense[]
    }
  | { readonly outcome: 'silent'; readonly rejected: readonly RejectedSense[] }

/** A sense that was considered and not taken, with what spoke for it, from 0 to 1. */
export interface RejectedSense {
  readonly sense: Sense
  readonly reason: Rejection
  readonly support: number
}

/** What a decision is made on: the page as a whole, and what the text has said up to here. */
export interface DecisionContext {
  /** What the page says for a sense, from 0 to 1. */
  readonly supportOf: (sense: Sense) => number
  readonly discourse: Discourse
  readonly officesOf: OfficesOf
  /** The article's date. */
  readonly date?: DayInterval
}

interface WeighedSense {
  readonly sense: Sense
  readonly support: number
}

/** Decides whom a spot means, whether several may be meant, or that it is left alone. `place` is it, or what it lies in. */
export function decide(spot: Spot, place: SpotPlace, context: DecisionContext): Decision {
  const rejected: RejectedSense[] = []
  const weighed: WeighedSense[] = []
  for (const sense of spot.senses) {
    const reason = ruledOut(spot, sense, place, context)
    if (reason) rejected.push({ sense, reason, support: 0 })
    else
      weighed.push({ sense, support: isClearAlone(spot, sense) ? sense.worth : supportHere(sense, context) })
  }
  const decision = decideByWeight(spot, weighed, place, context)
  return { ...decision, rejected: [...rejected, ...outweighed(weighed, decision, context)] }
}

/** A clear name without namesakes is linked whatever the page says, so the page need not be asked. */
const isClearAlone = ({ senses }: Spot, { worth, kind }: Sense): boolean =>
  senses.length === 1 && worth >= THRESHOLD && kind !== 'surname'

type Chosen = WithoutRejected<Decision>
type WithoutRejected<T> = T extends unknown ? Omit<T, 'rejected'> : never

function decideByWeight(
  spot: Spot,
  weighed: WeighedSense[],
  place: SpotPlace,
  context: DecisionContext,
): Chosen {
  weighed.sort((a, b) => b.support - a.support)
  const supported = weighed.filter(({ support }) => support >= THRESHOLD)
  const [best, second] = supported
  if (!best) return { outcome: 'silent' }
  if (weighed.length === 1) return linked(best)
  return (
    versionOf(spot, weighed, place, context) ??
    leader(best, second) ??
    followed(supported, context) ??
    several(supported)
  )
}

function outweighed(
  weighed: readonly WeighedSense[],
  decision: Chosen,
  { discourse }: DecisionContext,
): RejectedSense[] {
  const taken =
    decision.outcome === 'linked' ? [decision.sense] : decision.outcome === 'ambiguous' ? decision.senses : []
  return weighed
    .filter(({ sense }) => !taken.includes(sense))
    .map(({ sense, support }) => ({ sense, support, reason: reasonOf(sense, support, discourse) }))
}

function reasonOf(sense: Sense, support: number, discourse: Discourse): Rejection {
  if (sense.kind === 'surname' && !discourse.has(sense.view.key)) return 'not-named-before'
  return support < THRESHOLD ? 'unsupported' : 'outweighed'
}

/** What the words around a spot rule out, whatever the page is about. */
function ruledOut(
  spot: Spot,
  sense: Sense,
  place: SpotPlace,
  { discourse, date }: DecisionContext,
): Rejection | undefined {
  if (sense.kind === 'surname')
    return isSomebodyElses(spot) || discourse.isNowAnothers(sense) ? 'somebody-else' : undefined
  if (sense.view.position) return isAnotherOffice(spot) ? 'another-office' : undefined
  if (isOtherVersion(spot, sense)) return 'other-version'
  if (isYetToCome(sense, date)) return 'yet-to-come'
  return isPartOfLargerName(spot, sense, place) ? 'larger-name' : undefined
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
  date !== undefined &&
  worth < THRESHOLD &&
  view.kind !== 'person' &&
  view.existence.first > date.last + PLANNED_DAYS

/** Conferences and treaties are spoken of so long before they come about. */
const PLANNED_DAYS = 3 * 365

/** A surname counts after its bearer's full name and not before, whatever else the page says. */
function supportHere(sense: Sense, { supportOf, discourse }: DecisionContext): number {
  if (sense.kind !== 'surname') return supportOf(sense)
  return discourse.has(sense.view.key) ? sense.worth + EVIDENCE.licensed : 0
}

const linked = ({ sense, support }: WeighedSense, via: MentionVia = sense.via): Chosen => ({
  outcome: 'linked',
  sense,
  via,
  support,
})

function versionOf(
  spot: Spot,
  weighed: readonly WeighedSense[],
  place: SpotPlace,
  { date }: DecisionContext,
): Chosen | undefined {
  const senses = weighed.map(({ sense }) => sense).filter(({ kind }) => kind !== 'surname')
  const chosen =
    versionByYear(spot, senses) ??
    relatedInSentence(spot, senses, place) ??
    onlyExisting(senses, date) ??
    recent(senses, date)
  const found = weighed.find(({ sense }) => sense === chosen)
  return found && linked({ ...found, support: Math.max(found.support, THRESHOLD) }, 'version')
}

function leader(best: WeighedSense, second: WeighedSense | undefined): Chosen | undefined {
  return !second || best.support - second.support >= MARGIN ? linked(best) : undefined
}

/** Where the text has spoken of one of the namesakes, it goes on to speak of that one. */
function followed(supported: readonly WeighedSense[], { discourse }: DecisionContext): Chosen | undefined {
  const before = supported.filter(({ sense }) => sense.kind !== 'surname' && discourse.has(sense.view.key))
  const [only, ...others] = before
  return only && others.length === 0 ? linked(only) : undefined
}

const several = (supported: readonly WeighedSense[]): Chosen => ({
  outcome: 'ambiguous',
  senses: supported.map(({ sense }) => sense),
  support: supported[0]?.support ?? 0,
})
