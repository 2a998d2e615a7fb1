import type { DayInterval } from '../facts/interval.ts'
import { type TextDate, textDates } from '../text/text-dates.ts'
import { isNoName, isTitleCase } from './another-person.ts'
import { capitalAfter, startsWithCalendarWord } from './neighbours.ts'
import { mayHoldYear, sentenceAt } from './page-block.ts'
import type { RoleContext } from './role-holder.ts'
import { roleSense } from './role-words.ts'
import { type Sense, type Spot, type SpotPlace, surfaceOf } from './spot.ts'
import type { PositionView, TermView } from './view.ts'

/** Between a role and the name that belongs to it: "Secretary-General of the ITU (ITU), Houlin Zhao". */
const BEFORE_NAME = /^(?:\s*\([^()]{2,12}\))?(?:\s+السابق)?(?:,?\s+|,\s+(?:Mr|Ms|Mrs|Dr|H\.E\.)\.?\s+)$/u
/** Names before a surname that the bundle does not list with it: "Secretary-General Vladimir Imamovich Norov". */
const GIVEN_NAMES = /^(?:\s+(?:\p{Lu}[\p{L}.’'-]*|de|da|dos|von|van|bin|al)){1,4}\s+$/u
/** Between a name and the role that follows it: "Houlin Zhao, the then ITU Secretary-General". */
const AFTER_NAME = /^,\s+(?:(?:the|then|former|current|outgoing|acting|new)[\s-]+){0,3}$/iu
/** Between a date and the role whose holder it decides: "In 2012, the SCO Secretary-General". */
const AFTER_DATE = /^(?:\s+году|\s+г\.)?,?\s+(?:(?:the|le|la|el|der|die)\s+)?(?:then[\s-]+)?$/iu
/** Before a date that says when: "in 2012", "en 2012", "в 2012 году". */
const WHEN = /(?:^|\s)(?:in|on|during|en|le|im|am|el|в)\s+$/iu
/** Between a role and the date that decides its holder: "the SCO Secretary-General in 2012". */
const BEFORE_DATE = /^,?\s+(?:(?:at\s+the\s+time\s+)?in|during|as\s+of|en|im|в)\s+$/iu
/** These speak of the article's own day, whatever year the sentence names. */
const TODAY =
  /(?:^|[^\p{L}])(?:current|present|incumbent|sitting|today['’]s|actuel|actuelle|actual|нынешний|нынешнего)\s+$/iu
/** "X opened the building as the first Secretary-General", "X was (then) High Commissioner": the role is that of whom the clause speaks. */
const OF_SUBJECT = new RegExp(
  '(?:^|\\s)(?:as|was|became|becomes?|been|is|be|named|appointed|elected|sworn\\s+in|comme|était|fut|devient|como|fue|era|als|war|wurde|wird)\\s+' +
    '(?:the\\s+|its\\s+|their\\s+|le\\s+|la\\s+|el\\s+|then[\\s-]+)?' +
    "(?:[\\p{L}-]+['’]s\\s+)?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}th|new|next|then|former|acting)[\\s-]+)?$",
  'iu',
)
/** The verb between whoever comes and whoever goes: "Rutte succeeds Stoltenberg as Secretary General". */
const FOLLOWS =
  /(?:^|\s)(?:succe(?:ed|ss)\p{L}*|replac\p{L}+|follow\p{L}*|t(?:ake|akes|ook|aking)\s+over\s+from|remplac\p{L}+|succ[èé]d\p{L}+|suced\p{L}+|reemplaz\p{L}+|sustitu\p{L}+)\s(?:\P{L}*\p{L}+\P{L}+){0,3}$/iu

/** What the words around a role say of whom it means; `date` is the article's. */
export function roleContext(
  spot: Spot,
  place: SpotPlace,
  date: DayInterval | undefined,
  { terms }: PositionView,
): RoleContext {
  const { block, start, end } = spot
  const at = spokenOf(spot) ?? date
  const sense = roleSense(block.text, start, end)
  const beside = personBeside(spot, place, terms)
  const former =
    sense === 'former' && beside.named === undefined ? formerNamed(spot, place, terms, at) : undefined
  const named = former ?? (beside.named === undefined ? spot.senses[0]?.bearer : undefined)
  return { sense, ...(at && { at }), ...beside, ...(named !== undefined && { named }) }
}

/** "Imran Khan is in a cell; the former prime minister says ...": of the people named just before, the last who has left the office. */
function formerNamed(
  { block, start }: Spot,
  { spots, index }: SpotPlace,
  terms: readonly TermView[],
  at: DayInterval | undefined,
): string | undefined {
  if (!at || !/(?:^|\s)the\s+\S+\s+$/iu.test(block.text.slice(Math.max(0, start - LONGEST_DATE), start)))
    return undefined
  const past = terms.filter(({ days }) => days.last < at.first)
  const near = spotsBefore(spots, index, start, LONGEST_CLAUSE)
  return lastHolder(near, past)?.person
}

/**
 * The time that the sentence speaks of: a date right before or behind the role, or one that opens the
 * sentence ("In 2012, when the summit met in Beijing, the SCO Secretary-General ...").
 */
function spokenOf({ block, start, end }: Spot): DayInterval | undefined {
  const { text } = block
  if (!mayHoldYear(block, start - LONGEST_CLAUSE, end + LONGEST_DATE)) return undefined
  if (TODAY.test(text.slice(Math.max(0, start - 20), start))) return undefined
  const sentence = sentenceAt(block, start)
  const dates = textDates(text, Math.max(sentence.start, start - LONGEST_CLAUSE), start).filter((date) =>
    WHEN.test(text.slice(Math.max(0, date.start - 8), date.start)),
  )
  const last = dates.at(-1)
  if (last && (AFTER_DATE.test(text.slice(last.end, start)) || opensSentence(last, sentence.start)))
    return last.days
  const [next] = textDates(text, end, Math.min(sentence.end, end + LONGEST_DATE))
  return next && BEFORE_DATE.test(text.slice(end, next.start)) ? next.days : undefined
}

/** "In June 2012" at the beginning of a sentence. */
const opensSentence = (date: TextDate, sentenceStart: number): boolean => date.start - sentenceStart <= 4

/** A clause between the opening date and the role is no longer than this. */
const LONGEST_CLAUSE = 160
/** "on the 14th of September 2019, the then" and the word before it. */
const LONGEST_DATE = 60

/** The person whose full name stands beside the role: the next spots after it, or the one before it. */
function personBeside(
  { block, start, end }: Spot,
  { spots, index }: SpotPlace,
  terms: readonly TermView[],
): Pick<RoleContext, 'named' | 'isTight'> {
  // A bracket with the acronym may stand between.
  for (const next of [spots[index + 1], spots[index + 2]]) {
    if (!next?.senses.some(mayBePerson)) continue
    const gap = block.text.slice(end, next.start)
    const named =
      BEFORE_NAME.test(gap) || (gap === '' && isHan(block.text, end))
        ? (onlyPerson(next) ?? onlyBearer(next, terms))
        : undefined
    if (named !== undefined) return { named, isTight: gap.trim() === '' }
    const bearer = GIVEN_NAMES.test(gap) ? onlyBearer(next, terms) : undefined
    if (bearer !== undefined) return { named: bearer, isTight: true }
  }
  let last = index
  while (last >= 0 && (spots[last]?.end ?? 0) > start) last -= 1
  const previous = spots[last]
  const precedes = previous && AFTER_NAME.test(block.text.slice(previous.end, start))
  const named = precedes ? onlyPerson(previous) : subjectOf({ block, start }, spots, index, terms)
  if (named !== undefined) return { named, isTight: false }
  return isFollowedByStranger({ block, start, end }) ? { named: STRANGER, isTight: true } : {}
}

const mayBePerson = ({ kind, view }: Sense): boolean => kind === 'surname' || view.kind === 'person'

/** Chinese writes a name right behind the office, and without a space in it. */
const isHan = (text: string, at: number): boolean => /^\p{Script=Han}/u.test(text.charAt(at))

/** How far back a clause names of whom it speaks: a text without sentences must not be read whole for each office. */
const MOST_BACK = 600

/** The spots before an offset that end no further from it than so many units, in order. */
function spotsBefore(spots: readonly Spot[], index: number, start: number, reach: number): Spot[] {
  const found: Spot[] = []
  for (let at = index; at >= 0; at -= 1) {
    const spot = spots[at]
    if (!spot || start - spot.end > reach) break
    if (spot.end <= start) found.push(spot)
  }
  return found.reverse()
}

/** Somebody of whom the bundle knows nothing; no `refKey`. */
const STRANGER = ''

/** "NATO Secretary General Ulla Hansen": the text says who holds the office, and it is nobody known. */
function isFollowedByStranger({ block, start, end }: Pick<Spot, 'block' | 'start' | 'end'>): boolean {
  const { text, lang } = block
  const name = capitalAfter(text, end)
  if (!name || isNoName(name.text) || startsWithCalendarWord(name.text)) return false
  // In German every noun has a capital; two in a row are a name.
  if (lang?.startsWith('de') && !capitalAfter(text, name.end)) return false
  return !isTitleCase(text, sentenceAt(block, start), { start, end: name.end })
}

/**
 * Of whom the clause says the role: the nearest person before "as the first Secretary-General", or whoever
 * succeeds that person.
 */
function subjectOf(
  { block, start }: Pick<Spot, 'block' | 'start'>,
  all: readonly Spot[],
  index: number,
  terms: readonly TermView[],
): string | undefined {
  if (!OF_SUBJECT.test(block.text.slice(Math.max(0, start - 40), start))) return undefined
  const spots = spotsBefore(all, index, start, MOST_BACK)
  const from = sentenceAt(block, start).start
  const people = spots.flatMap((spot) => {
    const person = spot.start < from ? undefined : (onlyPerson(spot) ?? onlyBearer(spot, terms))
    return person === undefined ? [] : [{ person, spot }]
  })
  // "He was High Commissioner for ten years": of whom the sentence before spoke.
  const nearest = people.at(-1) ?? lastHolder(spots, terms)
  const other = people.findLast(({ person }) => person !== nearest?.person)
  const isFollowed = nearest && other && FOLLOWS.test(block.text.slice(other.spot.end, nearest.spot.start))
  return isFollowed ? other.person : nearest?.person
}

function lastHolder(spots: readonly Spot[], terms: readonly TermView[]) {
  for (const spot of spots.toReversed()) {
    const person = onlyPerson(spot) ?? onlyBearer(spot, terms)
    if (terms.some((term) => term.person === person))
      return person === undefined ? undefined : { person, spot }
  }
  return undefined
}

/** "NATO Secretary General Rasmussen": of all who bear the surname the one who held the office. */
function onlyBearer({ senses }: Spot, terms: readonly TermView[]): string | undefined {
  const bearers = senses.filter(
    ({ kind, view }) => kind === 'surname' && terms.some(({ person }) => person === view.key),
  )
  return bearers.length === 1 ? bearers[0]?.view.key : undefined
}

function onlyPerson(spot: Spot): string | undefined {
  const [sense, ...others] = spot.senses
  const isFullName =
    sense?.view.kind === 'person' &&
    sense.kind !== 'surname' &&
    (surfaceOf(spot).includes(' ') || isHan(spot.block.text, spot.start))
  return isFullName && others.length === 0 ? sense.view.key : undefined
}
