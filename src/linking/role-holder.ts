import { compareDays, type DayInterval, overlap } from '../facts/interval.ts'
import type { EntityRef } from '../model/ids.ts'
import type { HolderBasis, Mention } from '../model/mention.ts'
import type { RoleSense } from './role-words.ts'
import type { PositionView, TermView } from './view.ts'

/** What decides who is meant by a role. */
export interface RoleContext {
  readonly sense: RoleSense
  /** The day or days that the role is spoken of; absent where they are not known. */
  readonly at?: DayInterval
  /** Key of the person whose name stands beside the role. */
  readonly named?: string
  /** True where nothing stands between the role and the name: then they belong together. */
  readonly isTight?: boolean
}

export type ResolvedHolder = Pick<Mention, 'holder' | 'holders' | 'holderBasis'>

/**
 * Who is meant by a role. The name beside it decides where its bearer ever held the office: the text
 * knows best. Else the date does, where it leaves exactly one. Else those who come into question are
 * told and nobody is asserted.
 */
export function resolveHolder(position: PositionView, context: RoleContext): ResolvedHolder {
  const eligible = eligibleTerms(position.terms, context)
  const named = position.terms.find(({ person }) => person === context.named)
  if (named) return { holder: named.ref, holderBasis: basisOfNamed(named, eligible, context) }
  // A name that belongs to the role, of somebody whom the bundle does not know as a holder, contradicts it.
  if (context.named !== undefined && context.isTight) return { holderBasis: 'none' }
  const persons = distinctPersons(eligible)
  const [only, ...others] = persons
  const isOnly = others.length === 0 && !mayBeAnother(position, context)
  if (only && isOnly && isDecided(context)) return { holder: only, holderBasis: context.sense }
  return { ...(only && { holders: persons }), holderBasis: 'none' }
}

/** By the date only where the date speaks for the bearer; else the text does, which is what "then" stands for. */
function basisOfNamed(
  named: TermView,
  eligible: readonly TermView[],
  { sense, at }: RoleContext,
): HolderBasis {
  if (sense !== 'date') return sense
  return at && eligible.some(({ person }) => person === named.person) ? 'date' : 'then'
}

/** On the day of a handover to or from somebody whom the bundle does not list, nobody is asserted either. */
const mayBeAnother = ({ heldByOthers }: PositionView, { sense, at }: RoleContext): boolean =>
  sense === 'date' && at !== undefined && heldByOthers.some((days) => overlap(days, at))

/** Without a date even a single known holder may not be the one: the record may be short. */
const isDecided = ({ at }: RoleContext): boolean => at !== undefined

function eligibleTerms(terms: readonly TermView[], { sense, at }: RoleContext): TermView[] {
  if (!at) return [...terms]
  if (sense === 'date') return terms.filter(({ days }) => overlap(days, at))
  if (sense === 'elect') return newest(terms, at)
  const past = terms.filter(({ days }) => days.last < at.first)
  // "then-" speaks of an earlier time that the text may not tell; whoever is in office now may be meant too.
  return sense === 'former' ? past : terms.filter(({ days }) => days.first <= at.last)
}

/** "The new Secretary-General" is whoever took office lately, else whoever is about to. */
function newest(terms: readonly TermView[], at: DayInterval): TermView[] {
  const lately = terms.filter((term) => overlap(term.days, at) && isNew(term, terms, at))
  return lately.length > 0 ? lately : nextTerm(terms, at)
}

/** By the beginning of the term, or where that is known by the year alone, by the end of the one before. */
const isNew = ({ days }: TermView, terms: readonly TermView[], at: DayInterval): boolean =>
  at.first - days.first <= NEW_DAYS ||
  terms.some(
    (other) =>
      other.days.first < days.first &&
      other.days.last >= days.first &&
      at.first - other.days.last <= NEW_DAYS,
  )

/** A holder is called new for some months. */
const NEW_DAYS = 180

function nextTerm(terms: readonly TermView[], at: DayInterval): TermView[] {
  const future = terms.filter(({ days }) => days.first > at.last)
  return future.sort((a, b) => compareDays(a.days.first, b.days.first)).slice(0, 1)
}

/** Someone who held an office twice is one person. */
const distinctPersons = (terms: readonly TermView[]): EntityRef[] => [
  ...new Map(terms.map(({ person, ref }) => [person, ref])).values(),
]
