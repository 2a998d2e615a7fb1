import type { DayInterval } from '../facts/interval.ts'
import type { MentionVia } from '../model/mention.ts'
import type { Discourse } from './discourse.ts'
import { isAnotherOffice, isPartOfLargerName } from './larger-names.ts'
import { relatedInSentence } from './sentence-relations.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import { isSomebodyElses } from './surnames.ts'
import { attachedYear, onlyExisting, recent, versionByYear } from './versions.ts'
import type { EntityView } from './view.ts'
import { EVIDENCE, MARGIN, THRESHOLD } from './weights.ts'

/** What became of a spot. `support` is from 0 to 1. */
export type Decision =
  | { readonly outcome: 'linked'; readonly sense: Sense; readonly via: MentionVia; readonly support: number }
  | { readonly outcome: 'ambiguous'; readonly senses: readonly Sense[]; readonly support: number }
  | { readonly outcome: 'silent' }

/** What a decision is made on: the page as a whole, and what the text has said up to here. */
export interface DecisionContext {
  /** What the page says for a sense, from 0 to 1. */
  readonly supportOf: (sense: Sense) => number
  readonly discourse: Discourse
  /** The offices of an organisation. */
  readonly officesOf: (organisation: EntityView) => readonly EntityView[]
  /** The article's date. */
  readonly date?: DayInterval
}

interface WeighedSense {
  readonly sense: Sense
  readonly support: number
}

const SILENT: Decision = { outcome: 'silent' }

/** Decides whom a spot means, whether several may be meant, or that it is left alone. `place` is it, or what it lies in. */
export function decide(spot: Spot, place: SpotPlace, context: DecisionContext): Decision {
  const weighed = spot.senses
    .filter((sense) => isPossible(spot, sense, place))
    .map((sense) => ({ sense, support: supportHere(sense, context) }))
    .sort((a, b) => b.support - a.support)
  const supported = weighed.filter(({ support }) => support >= THRESHOLD)
  const [best, second] = supported
  if (!best) return SILENT
  if (weighed.length === 1) return linked(best)
  return (
    versionOf(spot, weighed, place, context) ??
    leader(best, second) ??
    followed(supported, context) ??
    several(supported)
  )
}

/** What the words around a spot rule out, whatever the page is about. */
function isPossible(spot: Spot, sense: Sense, place: SpotPlace): boolean {
  if (sense.kind === 'surname') return !isSomebodyElses(spot)
  if (sense.view.position) return !isAnotherOffice(spot)
  if (isOtherVersion(spot, sense)) return false
  return !isPartOfLargerName(spot, sense, place)
}

/** "The 2007 Bishkek summit" is not that of 2019, even where the bundle knows no other. */
function isOtherVersion(spot: Spot, { view }: Sense): boolean {
  const year = view.kind === 'event' ? attachedYear(spot) : undefined
  return year !== undefined && view.years.length > 0 && !view.years.includes(year)
}

/** A surname counts after its bearer's full name and not before, whatever else the page says. */
function supportHere(sense: Sense, { supportOf, discourse }: DecisionContext): number {
  if (sense.kind !== 'surname') return supportOf(sense)
  return discourse.has(sense.view.key) ? sense.worth + EVIDENCE.licensed : 0
}

const linked = ({ sense, support }: WeighedSense, via: MentionVia = sense.via): Decision => ({
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
): Decision | undefined {
  const senses = weighed.map(({ sense }) => sense).filter(({ kind }) => kind !== 'surname')
  const chosen =
    versionByYear(spot, senses) ??
    relatedInSentence(spot, senses, place) ??
    onlyExisting(senses, date) ??
    recent(senses, date)
  const found = weighed.find(({ sense }) => sense === chosen)
  return found && linked({ ...found, support: Math.max(found.support, THRESHOLD) }, 'version')
}

function leader(best: WeighedSense, second: WeighedSense | undefined): Decision | undefined {
  return !second || best.support - second.support >= MARGIN ? linked(best) : undefined
}

/** Where the text has spoken of one of the namesakes, it goes on to speak of that one. */
function followed(supported: readonly WeighedSense[], { discourse }: DecisionContext): Decision | undefined {
  const before = supported.filter(({ sense }) => sense.kind !== 'surname' && discourse.has(sense.view.key))
  const [only, ...others] = before
  return only && others.length === 0 ? linked(only) : undefined
}

const several = (supported: readonly WeighedSense[]): Decision => ({
  outcome: 'ambiguous',
  senses: supported.map(({ sense }) => sense),
  support: supported[0]?.support ?? 0,
})
