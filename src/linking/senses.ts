import type { DayInterval } from '../facts/interval.ts'
import type { IndexedName, NameIndex } from '../matching/types.ts'
import type { MentionVia } from '../model/mention.ts'
import { genericTitle, isCommonName, isNumbered } from './common-names.ts'
import type { NameForm } from './name-form.ts'
import type { Sense } from './spot.ts'
import type { EntityView } from './view.ts'
import type { WarmIndex } from './warm-index.ts'
import {
  AMBIGUOUS,
  COMMON_NAME,
  FOREIGN,
  GENERIC_TITLE,
  NUMBERED_EVENT,
  SHOUTED,
  SHOUTED_WHO,
  SHOUTED_WORD,
  SINGLE_WORD,
  UNAMBIGUOUS,
} from './weights.ts'

/** What is needed to tell what a name may mean. */
export interface SenseReading {
  readonly index: WarmIndex
  readonly views: ReadonlyMap<string, EntityView>
  /** The article's date. */
  readonly date?: DayInterval
}

/** How a name stands on the page, as far as it matters to what it may mean. */
interface Standing {
  /** The language of its block. */
  readonly lang: string | undefined
  /** Among capitals. */
  readonly shouted: boolean
}

/** What a form was last told to mean, and all that this hung on. */
interface KeptSenses extends Standing {
  /** Those of its names, in their order. */
  readonly views: readonly (EntityView | undefined)[]
  /** The first day of the article, where a sense hangs on it. */
  readonly day: number | undefined
  readonly isDated: boolean
  readonly senses: readonly Sense[]
}

/** Pages repeat the names of other pages: senses are kept as long as their form is, and hold while the views are the same. */
const kept = new WeakMap<NameForm, KeptSenses>()

/** One sense for each entity, by the strongest of its names that fit. */
export function sensesOf(form: NameForm, standing: Standing, reading: SenseReading): readonly Sense[] {
  const known = kept.get(form)
  if (known && holds(known, form, standing, reading)) return known.senses
  const { index, date } = reading
  const views = form.names.map((number) => reading.views.get(index.keyOf(number)))
  const senses = sensesAmong(views, form, standing, reading)
  const isDated = form.names.some((number, at) => {
    const view = views[at]
    return view !== undefined && mayBePastNumber(index.name(number), view)
  })
  const { lang, shouted } = standing
  kept.set(form, { lang, shouted, views, day: date?.first, isDated, senses })
  return senses
}

function holds(
  known: KeptSenses,
  { names }: NameForm,
  { lang, shouted }: Standing,
  { index, views, date }: SenseReading,
): boolean {
  if (known.lang !== lang || known.shouted !== shouted) return false
  if (known.isDated && known.day !== date?.first) return false
  for (let at = 0; at < names.length; at += 1)
    if (views.get(index.keyOf(names[at] as number)) !== known.views[at]) return false
  return true
}

function sensesAmong(
  views: readonly (EntityView | undefined)[],
  form: NameForm,
  standing: Standing,
  { index, date }: SenseReading,
): Sense[] {
  const best = new Map<string, Sense>()
  form.names.forEach((number, at) => {
    const name = index.name(number)
    const view = views[at]
    if (!view || isCommonNoun(name, form.surface)) return
    const sense = {
      view,
      kind: name.kind,
      name: name.text,
      via: viaOf(name, view),
      worth: isPastNumber(name, view, date) ? NUMBERED_EVENT : worthOf(name, view, form, standing, index),
    }
    if (sense.worth > (best.get(view.key)?.worth ?? -1)) best.set(view.key, sense)
  })
  return [...best.values()]
}

/** "The first committee" is a common noun where the committee of that name has capitals. */
const isCommonNoun = ({ ambiguous, kind, text }: IndexedName, surface: string): boolean =>
  ambiguous && kind !== 'acronym' && /^\p{Lu}/u.test(text) && /^\p{Ll}/u.test(surface)

function viaOf(name: IndexedName, view: EntityView): MentionVia {
  if (view.position) return 'role'
  return name.kind === 'acronym' || name.kind === 'surname' || name.kind === 'short' ? name.kind : 'name'
}

function worthOf(
  name: IndexedName,
  view: EntityView,
  form: NameForm,
  { lang, shouted }: Standing,
  index: NameIndex,
): number {
  const { surface } = form
  if (view.kind === 'person' && name.kind !== 'surname' && isCommonName(name.text))
    return COMMON_NAME[/^\p{Script=Han}/u.test(name.text) ? 'han' : 'latin']
  if (view.position && isEverybodysTitle(name.text, form, index)) return AMBIGUOUS[name.kind]
  // In a headline of capitals "WHO" may be a question and "UN" an article.
  if (name.kind === 'acronym' && shouted) return shoutedWorth(surface)
  // "SCO chief" may be anyone's: a short name of an office counts with its organisation.
  if (name.ambiguous || (view.position && name.kind === 'short'))
    return name.kind === 'acronym' && isForeign(name, lang) ? FOREIGN : AMBIGUOUS[name.kind]
  if (name.kind === 'surname') return UNAMBIGUOUS.surname
  if (view.kind === 'agreement' || view.kind === 'document') {
    const standing = genericTitle(surface)
    if (standing !== undefined) return GENERIC_TITLE[standing]
  }
  return isSingleWord(surface) || isNumbered(surface) ? SINGLE_WORD : UNAMBIGUOUS[name.kind]
}

/** "COP15" in 2022: conferences bear their numbers as well as those of years ago. */
const isPastNumber = (name: IndexedName, view: EntityView, date: DayInterval | undefined): boolean =>
  mayBePastNumber(name, view) && date !== undefined && date.first - view.existence.first > LONG_PAST_DAYS

const mayBePastNumber = ({ ambiguous, kind }: IndexedName, view: EntityView): boolean =>
  ambiguous && kind === 'acronym' && view.kind === 'event'

const LONG_PAST_DAYS = 2 * 365

/** "ICC President": an ambiguous acronym and a title that every club has are as ambiguous as the acronym. */
function isEverybodysTitle(name: string, { inner }: NameForm, index: NameIndex): boolean {
  if (!/^[\p{Lu}\p{N}-]+ \p{L}+$/u.test(name)) return false
  return inner.some(({ form: { names } }) => names.every((number) => index.name(number).ambiguous))
}

/** "OAS" in a French text is no English acronym's business; English ones are used in every language. */
function isForeign({ lang }: IndexedName, ofText: string | undefined): boolean {
  const wanted = ofText?.slice(0, 2).toLowerCase()
  return wanted !== undefined && lang.slice(0, 2) !== wanted && lang.slice(0, 2) !== 'en'
}

const shoutedWorth = (acronym: string): number =>
  acronym === 'WHO' ? SHOUTED_WHO : WORDS.has(acronym) ? SHOUTED_WORD : SHOUTED

/** Acronyms that are words of the languages read here. */
const WORDS: ReadonlySet<string> = new Set(
  'WHO UN US IT AU LAS PAM SORT CAT ACT ICE OMS UE UA RATS'.split(' '),
)

/** One Latin word in small letters after its capital. */
const isSingleWord = (text: string): boolean => /^\p{Script=Latin}\p{Ll}+$/u.test(text)
