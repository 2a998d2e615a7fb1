import { isCapitalAt, isSpaceAt, kindAt, SMALL } from '../text/letters.ts'
import { capitalAfter, capitalBefore, startsWithCalendarWord, wordStartAfter } from './neighbours.ts'
import { isStartOfFirm } from './other-bearers.ts'
import { sentenceAt } from './page-block.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import type { EntityView } from './view.ts'
import { NEARNESS, THRESHOLD } from './weights.ts'

/** Words before a title that make it another office. */
const OTHER_OFFICE = /(?:^|[^\p{L}])(?:deputy|vice|under|assistant|associate|sub|co)(?:\s+|-)$/iu
/** After "chief" and "head" these make a compound: "chief executive" is no secretary-general. */
const COMPOUND =
  /^(?:[\s-]+)(?:executive|of\s+(?:staff|mission|delegation|protocol|department|section|state|government)|economist|scientist|negotiator|prosecutor|judge|justice|financial|finance|operating|technology|technical|information|legal|medical|inspector|engineer|spokes\p{L}+|advis[eo]r|coach|office|quarters)/iu

/** Whether a title is part of another office's: "Deputy Secretary-General of the UN", "SCO chief executive". */
export function isAnotherOffice({ block, start, end }: Pick<Spot, 'block' | 'start' | 'end'>): boolean {
  const { text } = block
  return (
    (isSpaceOrHyphen(text, start - 1) && OTHER_OFFICE.test(text.slice(Math.max(0, start - 12), start))) ||
    (isSpaceOrHyphen(text, end) && COMPOUND.test(text.slice(end, end + 24)))
  )
}

const isSpaceOrHyphen = (text: string, at: number): boolean => isSpaceAt(text, at) || text.charAt(at) === '-'

/**
 * Whether an ambiguous short name is the tail or the head of a longer one that the bundle does not
 * know: "Ohio General Assembly", "General Assembly of Ohio". Acronyms stand before and after names freely.
 */
export function isPartOfLargerName(spot: Spot, sense: Sense, place: SpotPlace): boolean {
  if (sense.view.position || !isLatin(spot)) return false
  if (sense.kind === 'acronym') return isStartOfFirm(spot.block.text, spot.end)
  if (sense.view.kind === 'place') return isPlaceInName(spot, place)
  if (goesOnAgainst(spot, place)) return true
  if (sense.view.kind === 'organization' && isStartOfAnotherBody(spot)) return true
  if (sense.worth >= THRESHOLD) return false
  if (sense.view.kind === 'event' && isOthersEvent(spot, sense, place)) return true
  return isHeadOfLarger(spot, sense, place) || isTailOfLarger(spot)
}

/** "General Assembly of the United Nations" goes on with what it belongs to; any other name after "of" is a stranger. */
function isHeadOfLarger({ block, end }: Spot, { view, kind }: Sense, { spots, index }: SpotPlace): boolean {
  if (kind !== 'short' || !isFollowedBySmall(block.text, end)) return false
  if (isOthersSession(block.text, end)) return true
  const of = /^\s+of\s+(?:the\s+)?(?=\p{Lu})/u.exec(block.text.slice(end, end + 16))
  if (!of || startsWithCalendarWord(block.text, end + of[0].length)) return false
  const next = spots[index + 1]
  const isOwn = next?.senses.some((other) => isNear(view, other.view))
  return next?.start !== end + of[0].length || !isOwn
}

/** "The 66th session of the village council": a session is always somebody's, and "of" tells whose. */
const isOthersSession = (text: string, end: number): boolean =>
  text.endsWith('session', end) && OF_SMALL.test(text.slice(end, end + OF_REACH))
const OF_SMALL = /^\s+of\s+(?:the|a|an|our|its|their)\s+\p{Ll}/u
const OF_REACH = 16

/** Related, or both close to a third: a committee of the General Assembly is one "of the United Nations". */
function isNear(view: EntityView, other: EntityView): boolean {
  if (view.related.has(other.key) || other.related.has(view.key)) return true
  return [...view.related].some(([key, nearness]) => nearness >= NEARNESS.close && other.related.has(key))
}

function isTailOfLarger({ block, start }: Pick<Spot, 'block' | 'start'>): boolean {
  const before = capitalBefore(block.text, start)
  if (!before || before.text.endsWith('.')) return false
  const opens = before.start <= sentenceAt(block, start).start || ARTICLES.has(before.text.toLowerCase())
  return !opens && !/^\p{Lu}+$/u.test(before.text)
}

/** Headlines and quotations may begin with a capital article in the middle of a sentence. */
const ARTICLES: ReadonlySet<string> = new Set(
  'the a an this that its their our la le les un une el los las una die der das eine'.split(' '),
)

const isLatin = ({ block: { text }, start }: Spot): boolean =>
  text.charCodeAt(start) < LAST_ASCII ? true : /^[\p{Script=Latin}\p{N}]/u.test(text.slice(start, start + 2))
const LAST_ASCII = 0x80

const isFollowedBySmall = (text: string, end: number): boolean =>
  (kindAt(text, wordStartAfter(text, end)) & SMALL) !== 0

/** "Geneva Motor Show", "New Delhi Declaration": a place before or after another capital is part of what that names. */
function isPlaceInName({ block, start, end }: Spot, { spots, index }: SpotPlace): boolean {
  const after = capitalAfter(block.text, end)
  const next = spots[index + 1]
  const isNext = next?.start === after?.start && next?.senses.some(({ kind }) => kind !== 'surname')
  if (after && !isNext && !startsWithCalendarWord(after.text)) return true
  return isTailOfLarger({ block, start })
}

/** Bodies with such a name at their end have namesakes for every purpose: "European Council on Foreign Relations". */
const GENERIC_BODY =
  /^\S+(?:\s+\S+)?(?<=Council|Commission|Committee|Court|Assembly|Forum|Agency|Convention|Agreement|Charter|Union|Bank|Fund|League|Nations)$/u
const PURPOSE = /^\s+(?:against|for|on|of)\s+(?:the\s+)?(?=\p{Lu})/u

/** "European Commission against Racism": a purpose that the bundle does not know makes it another body. */
function goesOnAgainst({ block, start, end }: Spot, { spots, index }: SpotPlace): boolean {
  const purpose = isFollowedBySmall(block.text, end) && PURPOSE.exec(block.text.slice(end, end + 20))
  if (!purpose || !GENERIC_BODY.test(block.text.slice(start, end))) return false
  const next = end + purpose[0].length
  return spots[index + 1]?.start !== next && !startsWithCalendarWord(block.text, next)
}

/** "United Nations Association", "European Union Studies Association": capitals that end in such a noun are another body. */
const ANOTHER_BODY =
  /^(?:\s+\p{Lu}[\p{L}-]+){0,3}\s+(?:Association|Foundation|Institute|University|Society|Federation|Bank|Fund|Council|Committee|Commission|Programme|Program|Agency|Academy|College|School|Museum|Prize|Award|Network|Club|Orchestra|Tribunal|Youth|Studies|Command|Band|Choir|Chorus|Trio|Quartet|Avenue|Street|Road|Square|Boulevard|Hotel|Cup|Trophy|Guild)(?!\p{L})/u
const REACH = 80

const isStartOfAnotherBody = ({ block: { text }, end }: Spot): boolean =>
  isCapitalAt(text, wordStartAfter(text, end)) && ANOTHER_BODY.test(text.slice(end, end + REACH))

/** "The CSTO summit in Moscow" is not the SCO's: whoever stands right before an event holds it. */
function isOthersEvent({ block, start }: Spot, { view }: Sense, { spots, index }: SpotPlace): boolean {
  const before = capitalBefore(block.text, start)
  if (!before) return false
  const previous = spots[index - 1]
  if (previous && previous.end === before.end)
    return !previous.senses.some((other) => isNear(view, other.view))
  return /^\p{Lu}{2,}$/u.test(before.text)
}
