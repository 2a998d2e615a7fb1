import type { AliasKind } from '../model/entity.ts'
import { capitalisedWordEnds, LONGEST_PHRASE } from './capitalised-words.ts'
import { endsOfNames } from './chinese-forms.ts'
import type { Decision, DecisionContext } from './decide.ts'
import type { Antecedent, Discourse } from './discourse.ts'
import { goesOn, isFollowedByVerb } from './going-on.ts'
import { languageOf } from './languages.ts'
import { type PageBlock, sentenceAt } from './page-block.ts'
import { foldSpelling } from './short-forms.ts'
import type { ShortPlace } from './short-place.ts'
import type { Sense, Spot } from './spot.ts'
import { englishTitles, titleOpening } from './titles-abroad.ts'
import { EVIDENCE } from './weights.ts'

/** A generic short form and what it was decided to mean. */
export interface ShortMention {
  readonly spot: Spot
  readonly decision: Decision
}

/**
 * What the words at a place mention again, or undefined where they mention nothing that the text has
 * named. Words that are the name of something unknown ("the World Trade Organization") are noted.
 */
export function shortMention(
  block: PageBlock,
  place: ShortPlace,
  context: DecisionContext,
  spots: readonly Spot[],
  next: Spot | undefined,
): ShortMention | undefined {
  if (place.form) return chineseMention(block, place, place.form, context, spots)
  const { discourse } = context
  const { text } = block
  const title = titleMention(block, place, context, next)
  if (title) return title
  // Most places begin nothing that the text has named.
  if (place.token !== undefined && !discourse.mayBeginWith(place.token)) {
    if (place.lead === 'definite') discourse.strangers.note(block, place)
    return undefined
  }
  const ends = capitalisedWordEnds(text, place.start)
  const first = firstWord(text, place.start, ends[0] ?? place.start)
  for (const end of discourse.mayBegin(first) ? endsOf(ends, text) : []) {
    const form = foldSpelling(text.slice(place.start, end))
    const antecedents =
      apposed(form, end, block, context, next) ??
      held(form, block, place, context, spots) ??
      fitting(form, place, context)
    if (antecedents.length === 0 || isMoreThan(place, antecedents, end, block, next)) continue
    // With a year the form singles out its version, whoever else bears it.
    if (!place.year && discourse.strangers.bear(form)) return undefined
    return mentionOf(block, place, end, antecedents)
  }
  if (place.lead === 'definite') discourse.strangers.note(block, place)
  return undefined
}

/** "Le Secrétaire général", "der Generalsekretär", "Генеральный секретарь": by the English title that it stands for. */
function titleMention(
  block: PageBlock,
  place: ShortPlace,
  context: DecisionContext,
  next: Spot | undefined,
): ShortMention | undefined {
  const { text } = block
  const lang = languageOf(block.lang)
  const title = titleOpening(text.slice(place.start, place.start + LONGEST_PHRASE), lang)
  if (!title) return undefined
  const end = place.start + title.length
  const [antecedents = []] = title.english
    .map((english) => fitting(english, { ...place, isOfTitle: true }, context))
    .filter(({ length }) => length > 0)
  if (antecedents.length === 0) return undefined
  return isMoreThan(place, antecedents, end, block, next)
    ? undefined
    : mentionOf(block, place, end, antecedents)
}

/** Whether the words are the beginning of another name; a title goes on with its holder's and is none of it. */
function isMoreThan(
  { isOpening }: ShortPlace,
  antecedents: readonly Antecedent[],
  end: number,
  { text, lang }: PageBlock,
  next: Spot | undefined,
): boolean {
  if (isFollowedByHolder(antecedents, end, next)) return false
  return isOpening ? !isFollowedByVerb(text, end) : goesOn(text, end, languageOf(lang))
}

/** "该组织", "秘书长": silent where the block has named somebody unknown with that noun before. */
function chineseMention(
  block: PageBlock,
  place: ShortPlace,
  { text: noun, end }: NonNullable<ShortPlace['form']>,
  context: DecisionContext,
  spots: readonly Spot[],
): ShortMention | undefined {
  const named = fitting(noun, place, context)
  const [title] = named.length === 0 && place.isOfTitle ? englishTitles(noun) : []
  const antecedents = title === undefined ? named : fitting(title, place, context)
  if (antecedents.length === 0) return undefined
  const isStrangers = endsOfNames(block.text.slice(0, place.start), noun).some(
    (at) => !spots.some((spot) => spot.start < at && at <= spot.end),
  )
  return isStrangers ? undefined : mentionOf(block, place, end, antecedents)
}

/** "the Secretary-General António Guterres": a title goes on with a name and is none of it. */
const isFollowedByHolder = (
  antecedents: readonly Antecedent[],
  end: number,
  next: Spot | undefined,
): boolean =>
  antecedents.every(({ view }) => view.position) &&
  next?.start === end + 1 &&
  next.senses.some(({ view }) => view.kind === 'person')

/** The longest first, "Director-General-elect" with the office in it before itself. */
function endsOf(ends: readonly number[], text: string): number[] {
  return ends.toReversed().flatMap((end) => {
    const tail = ELECT.exec(text.slice(Math.max(0, end - 12), end))
    return tail ? [end - tail[0].length, end] : [end]
  })
}

const ELECT = /-(?:elect|designate)$/iu

/**
 * "Kristalina Georgieva succeeds her as Managing Director": a title that nobody's name and no article leads is an
 * office of whom the sentence speaks, if that person ever had one so called.
 */
function held(
  form: string,
  block: PageBlock,
  { start, lead }: ShortPlace,
  { discourse }: DecisionContext,
  spots: readonly Spot[],
): Antecedent[] | undefined {
  if (lead !== 'bare' || !form.includes(' ')) return undefined
  const from = sentenceAt(block, start).start
  const people = spots
    .filter((spot) => spot.start >= from && spot.end <= start)
    .flatMap(({ senses }) => senses.filter(({ view }) => view.kind === 'person' && discourse.has(view.key)))
  const offices = people.map(({ view }) => discourse.titles.officeOf(view, form))
  const office = offices.findLast((each) => each !== undefined)
  return office ? [{ view: office, chosen: true }] : heldBefore(form, block, start, discourse)
}

/** "As Secretary-General he brokered": in a paragraph that names nobody the pronoun means whom the text is about. */
function heldBefore(
  form: string,
  block: PageBlock,
  start: number,
  discourse: Discourse,
): Antecedent[] | undefined {
  const sentence = sentenceAt(block, start)
  const near = block.text.slice(Math.max(sentence.start, start - PRONOUN_REACH), start + PRONOUN_REACH)
  const person = PRONOUN.test(near) ? discourse.titles.firstBearer(form) : undefined
  const office = person && discourse.titles.officeOf(person, form)
  return office && [{ view: office, chosen: true, bearer: person.key }]
}

const PRONOUN = /(?:^|[^\p{L}])(?:he|she)(?!\p{L})/iu
const PRONOUN_REACH = 60

/** "The Deputy Secretary-General, Tomas Lamanauskas": the name behind the title tells whose it is. */
function apposed(
  form: string,
  end: number,
  { text }: PageBlock,
  { discourse }: DecisionContext,
  next: Spot | undefined,
): Antecedent[] | undefined {
  if (!next || !form.includes(' ') || !/^,?\s+$/u.test(text.slice(end, next.start))) return undefined
  const offices = next.senses.flatMap(({ view, kind }) =>
    view.kind === 'person' && kind !== 'surname' ? (discourse.titles.officeOf(view, form) ?? []) : [],
  )
  const [office, ...others] = offices
  return office && others.length === 0 && discourse.hasAny(office)
    ? [{ view: office, chosen: true }]
    : undefined
}

/** The first word of a phrase, folded; up to a hyphen. */
function firstWord(text: string, start: number, end: number): string {
  let at = start
  for (; at < end && text.charCodeAt(at) !== HYPHEN; at += 1)
    if (text.charCodeAt(at) > LAST_ASCII) return foldSpelling(text.slice(start, end)).split(' ', 1)[0] ?? ''
  const word = text.slice(start, at).toLowerCase()
  return word === 'organization' ? 'organisation' : word
}

const HYPHEN = 0x2d
const LAST_ASCII = 0x7f

/** With a year those of that year, else those that the text itself has spoken of; else the office that a title alone means. */
function fitting(
  form: string,
  { year, lead, isOfTitle }: ShortPlace,
  { discourse, date }: DecisionContext,
): Antecedent[] {
  const all = discourse.antecedents(form)
  const named =
    lead === 'definite'
      ? all.filter(({ view, chosen }) => (year ? view.years.includes(year.value) : chosen))
      : all.filter(({ view, chosen }) => chosen && view.position && lead === 'bare')
  const meant = isOfTitle ? named.filter(({ view }) => view.position) : named
  if (meant.length > 0 || year) return meant
  const office = discourse.titles.office(form, lead === 'own', date)
  return office ? [{ view: office, chosen: true }] : []
}

function mentionOf(
  block: PageBlock,
  place: ShortPlace,
  end: number,
  antecedents: readonly Antecedent[],
): ShortMention {
  const senses = antecedents.map(
    ({ view, bearer }): Sense => ({
      view,
      kind: SHORT,
      name: view.name,
      via: 'short',
      worth: 0,
      ...(bearer !== undefined && { bearer }),
    }),
  )
  const spot: Spot = { block, start: place.year?.start ?? place.start, end, senses, inner: [] }
  const [only, ...others] = senses
  const support = EVIDENCE.licensed
  if (!only || others.length > 0)
    return { spot, decision: { outcome: 'ambiguous', senses, support, rejected: [] } }
  const via = place.year ? 'version' : 'short'
  return { spot, decision: { outcome: 'linked', sense: only, via, support, rejected: [] } }
}

const SHORT: AliasKind = 'short'
