import type { DayInterval } from '../facts/interval.ts'
import type { Rejection } from '../model/explanation.ts'
import type { MentionVia } from '../model/mention.ts'
import type { Discourse } from './discourse.ts'
import type { OfficesOf } from './offices.ts'
import { relatedInSentence } from './sentence-relations.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import type { Surroundings } from './surroundings.ts'
import { onlyExisting, recent, upcoming, versionByYear } from './versions.ts'
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
  readonly surroundings: Surroundings
  /** The article's date. */
  readonly date?: DayInterval
  /** Whether somebody asks why: then what is silent anyway is given its reasons. */
  readonly isExplained: boolean
}

interface WeighedSense {
  readonly sense: Sense
  readonly support: number
}

/** Decides whom a spot means, whether several may be meant, or that it is left alone. `place` is it, or what it lies in. */
export function decide(spot: Spot, place: SpotPlace, context: DecisionContext): Decision {
  if (!context.isExplained && isUnlicensed(spot, context)) return SILENT
  const [only] = spot.senses
  if (only && spot.senses.length === 1) return decideAlone(spot, only, place, context)
  const rejected: RejectedSense[] = []
  const weighed: WeighedSense[] = []
  for (const sense of spot.senses) {
    const reason = ruledOut(spot, sense, place, context)
    if (reason) rejected.push({ sense, reason, support: 0 })
    else weighed.push({ sense, support: supportHere(sense, context) })
  }
  const decision = decideByWeight(spot, weighed, place, context)
  addOutweighed(weighed, decision, context, rejected)
  return { ...decision, rejected }
}

const NONE: readonly RejectedSense[] = []
const SILENT: Decision = { outcome: 'silent', rejected: NONE }

/** Surnames of people whom the text has not named: on most pages they are somebody else's, or common words. */
const isUnlicensed = ({ senses }: Spot, { discourse }: DecisionContext): boolean =>
  senses.every(({ kind, view }) => kind === 'surname' && !discourse.has(view.key))

/** Most names have one sense. A clear one is linked whatever the page says, so the page need not be asked. */
function decideAlone(spot: Spot, sense: Sense, place: SpotPlace, context: DecisionContext): Decision {
  const against = ruledOut(spot, sense, place, context)
  if (against) return { outcome: 'silent', rejected: [{ sense, reason: against, support: 0 }] }
  const isClear = sense.worth >= THRESHOLD && sense.kind !== 'surname'
  const support = isClear ? sense.worth : supportHere(sense, context)
  if (support >= THRESHOLD) return { outcome: 'linked', sense, via: sense.via, support, rejected: NONE }
  const reason = reasonOf(sense, support, context.discourse)
  return { outcome: 'silent', rejected: [{ sense, reason, support }] }
}

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

function addOutweighed(
  weighed: readonly WeighedSense[],
  decision: Chosen,
  { discourse }: DecisionContext,
  rejected: RejectedSense[],
): void {
  for (const { sense, support } of weighed)
    if (!isTaken(sense, decision))
      rejected.push({ sense, support, reason: reasonOf(sense, support, discourse) })
}

const isTaken = (sense: Sense, decision: Chosen): boolean =>
  decision.outcome === 'linked'
    ? decision.sense === sense
    : decision.outcome === 'ambiguous' && decision.senses.includes(sense)

function reasonOf(sense: Sense, support: number, discourse: Discourse): Rejection {
  if (sense.kind === 'surname' && !discourse.has(sense.view.key)) return 'not-named-before'
  return support < THRESHOLD ? 'unsupported' : 'outweighed'
}

/** The words around it, who bears the surname by now, and that places are evidence but are not marked. */
function ruledOut(
  spot: Spot,
  sense: Sense,
  place: SpotPlace,
  { discourse, surroundings }: DecisionContext,
): Rejection | undefined {
  const reason = surroundings.against(spot, place).get(sense)
  if (reason) return reason
  if (sense.kind === 'surname' && discourse.isNowAnothers(sense)) return 'somebody-else'
  return sense.view.kind === 'place' ? 'place' : undefined
}

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
    versionByYear(spot, senses, date) ??
    relatedInSentence(spot, senses, place) ??
    upcoming(senses, date) ??
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

/** "The NATO summit" of twenty years: a list of all of them tells nothing, and what the name holds is marked instead. */
const MOST_EVENTS = 6

const several = (supported: readonly WeighedSense[]): Chosen =>
  supported.length > MOST_EVENTS && supported.every(({ sense }) => sense.view.kind === 'event')
    ? { outcome: 'silent' }
    : {
        outcome: 'ambiguous',
        senses: supported.map(({ sense }) => sense),
        support: supported[0]?.support ?? 0,
      }
