import type { DayInterval } from '../facts/interval.ts'
import type { IndexedName, NameIndex } from '../matching/types.ts'
import type { Rejection } from '../model/explanation.ts'
import type { MentionVia } from '../model/mention.ts'
import { kindAt, SMALL, STOP } from '../text/letters.ts'
import { genericTitle, isCommonName, isNumbered } from './common-names.ts'
import type { Definitions } from './definitions.ts'
import type { KnownSenses } from './known-senses.ts'
import type { FoundName, NameForm } from './name-form.ts'
import { isAllCapitals } from './neighbours.ts'
import { type PageBlock, sentenceAt } from './page-block.ts'
import { NO_SPOTS, type Sense, type Spot } from './spot.ts'
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

/** What is needed to read candidates as spots. */
export interface SpotReading {
  readonly index: WarmIndex
  readonly views: ReadonlyMap<string, EntityView>
  readonly definitions: Definitions
  readonly known: KnownSenses
  /** The article's date. */
  readonly date?: DayInterval
}

/** The spots of a block, in order; candidates of which no sense is left are none. */
export const readSpots = (block: PageBlock, reading: SpotReading): Spot[] =>
  spotsOf(block.candidates, 0, block, reading)

/** `shift` is where the names' offsets count from. */
function spotsOf(found: readonly FoundName[], shift: number, block: PageBlock, reading: SpotReading): Spot[] {
  const spots: Spot[] = []
  for (const { start, end, form } of found) {
    const from = shift + start
    const senses = knownSenses(form, from, block, reading)
    if (senses.length > 0) spots.push(new FoundSpot(block, from, shift + end, senses, form, reading))
    else if (form.inner.length > 0) spots.push(...spotsOf(form.inner, from, block, reading))
  }
  return spots
}

/** A spot that reads what lies inside it when that is asked for: of most names it never is. */
class FoundSpot implements Spot {
  readonly block: PageBlock
  readonly start: number
  readonly end: number
  readonly senses: readonly Sense[]
  against?: ReadonlyMap<Sense, Rejection>
  readonly form: NameForm
  private readonly reading: SpotReading
  private read: readonly Spot[] | undefined

  constructor(
    block: PageBlock,
    start: number,
    end: number,
    senses: readonly Sense[],
    form: NameForm,
    reading: SpotReading,
  ) {
    this.block = block
    this.start = start
    this.end = end
    this.senses = senses
    this.form = form
    this.reading = reading
    this.read = form.inner.length > 0 ? undefined : NO_SPOTS
  }

  get inner(): readonly Spot[] {
    this.read ??= spotsOf(this.form.inner, this.start, this.block, this.reading)
    return this.read
  }
}

function knownSenses(
  form: NameForm,
  start: number,
  block: PageBlock,
  reading: SpotReading,
): readonly Sense[] {
  const { definitions, known } = reading
  const shouted = form.isCapitals && isShouted(start, start + form.surface.length, block)
  const latest = known.get(form, block.lang, shouted)
  if (latest) return latest
  const { surface } = form
  const senses = sensesOf(form, { block, shouted }, reading).filter(
    ({ view }) => !definitions.rejects(surface, view.key),
  )
  known.keep(form, block.lang, shouted, senses)
  return senses
}

/** How a name stands on the page, as far as it matters to what it may mean. */
interface Standing {
  readonly block: PageBlock
  /** Among capitals. */
  readonly shouted: boolean
}

/** One sense for each entity, by the strongest of its names that fit. */
function sensesOf(form: NameForm, standing: Standing, { index, views, date }: SpotReading): Sense[] {
  const best = new Map<string, Sense>()
  for (const number of form.names) {
    const name = index.name(number)
    const view = views.get(index.keyOf(number))
    if (!view || isCommonNoun(name, form.surface)) continue
    const sense = {
      view,
      kind: name.kind,
      name: name.text,
      via: viaOf(name, view),
      worth: isPastNumber(name, view, date) ? NUMBERED_EVENT : worthOf(name, view, form, standing, index),
    }
    if (sense.worth > (best.get(view.key)?.worth ?? -1)) best.set(view.key, sense)
  }
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
  { block, shouted }: Standing,
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
    return name.kind === 'acronym' && isForeign(name, block) ? FOREIGN : AMBIGUOUS[name.kind]
  // In a headline of capitals "WHO" may be a question and "UN" an article.
  if (name.kind === 'surname') return UNAMBIGUOUS.surname
  if (view.kind === 'agreement' || view.kind === 'document') {
    const standing = genericTitle(surface)
    if (standing !== undefined) return GENERIC_TITLE[standing]
  }
  return isSingleWord(surface) || isNumbered(surface) ? SINGLE_WORD : UNAMBIGUOUS[name.kind]
}

/** "COP15" in 2022: conferences bear their numbers as well as those of years ago. */
const isPastNumber = (name: IndexedName, view: EntityView, date: DayInterval | undefined): boolean =>
  name.ambiguous &&
  name.kind === 'acronym' &&
  view.kind === 'event' &&
  date !== undefined &&
  date.first - view.existence.first > LONG_PAST_DAYS

const LONG_PAST_DAYS = 2 * 365

/** "ICC President": an ambiguous acronym and a title that every club has are as ambiguous as the acronym. */
function isEverybodysTitle(name: string, { inner }: NameForm, index: NameIndex): boolean {
  if (!/^[\p{Lu}\p{N}-]+ \p{L}+$/u.test(name)) return false
  return inner.some(({ form: { names } }) => names.every((number) => index.name(number).ambiguous))
}

/** "OAS" in a French text is no English acronym's business; English ones are used in every language. */
function isForeign({ lang }: IndexedName, block: PageBlock): boolean {
  const wanted = block.lang?.slice(0, 2).toLowerCase()
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

/** Whether a name without small letters stands among capitals. */
function isShouted(start: number, end: number, block: PageBlock): boolean {
  const { text } = block
  if (isSmallNear(text, start - 1, -1) || isSmallNear(text, end, 1)) return false
  const sentence = sentenceAt(block, start)
  const before = block.text.slice(Math.max(sentence.start, start - FEW_WORDS), start)
  return isAllCapitals(before + block.text.slice(end, Math.min(sentence.end, end + FEW_WORDS)))
}

/** Whether a small letter comes before all that may end a sentence: then no sentence need be looked for. */
function isSmallNear(text: string, from: number, step: 1 | -1): boolean {
  for (let at = from, left = FEW_WORDS; left > 0; at += step, left -= 1) {
    const kind = kindAt(text, at)
    if (kind & SMALL) return true
    if (kind === 0 || kind & STOP) return false
  }
  return false
}

/** A headline is known as one by the words next to a name; a text without sentences must not be read whole for each. */
const FEW_WORDS = 60
