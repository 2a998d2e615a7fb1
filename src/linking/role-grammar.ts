import { afterSpace, beforeSpace, isSpaceAt, kindAt, LETTER } from '../text/letters.ts'
import { languageOf } from './languages.ts'
import { isAnotherOffice } from './larger-names.ts'
import { type Office, type Offices, type OfficesOf, titleKey } from './offices.ts'
import type { Sense, Spot } from './spot.ts'
import { titleAbroad } from './titles-abroad.ts'

/** Where a title stands beside an organisation. Offsets are UTF-16 units into the block. */
interface TitledSpan extends Office {
  readonly start: number
  readonly end: number
}

/** What the grammar of roles finds in the spots of a block. */
export interface RoleReading {
  /** The spots, organisations beside one of their titles grown to the whole role. */
  readonly spots: readonly Spot[]
  /** Keys of organisations that stand beside a title of their own. */
  readonly titled: readonly string[]
}

/**
 * Joins an organisation and a title of one of its offices, whether or not the bundle lists the
 * whole: "ORG TITLE", "TITLE of (the) ORG". The organisation stays inside as a fallback. "ORG's (former) TITLE" is
 * two mentions.
 */
export function readRoles(spots: readonly Spot[], officesOf: OfficesOf): RoleReading {
  const titled: string[] = []
  const read: Spot[] = []
  spots.forEach((spot, index) => {
    const role = firstRole(spot, officesOf, spots, index)
    const isApart = role && role.span.start >= spot.end
    if (!role || isApart) read.push(spot)
    if (!role) return
    if (role.span.specific) titled.push(role.organisation.view.key)
    read.push(roleSpot(spot, role.span, role.organisation, isApart ? [] : [spot]))
  })
  return { spots: read, titled }
}

function firstRole(spot: Spot, officesOf: OfficesOf, spots: readonly Spot[], index: number) {
  let beside: WordsBeside | undefined
  const lang = languageOf(spot.block.lang)
  for (const organisation of spot.senses) {
    if (organisation.view.kind !== 'organization' || organisation.view.offices.length === 0) continue
    beside ??= wordsBeside(spot)
    const isBare = beside.before === undefined && beside.after === undefined
    if (isBare && lang === 'en') return undefined
    const offices = officesOf(organisation.view)
    const span =
      titleBefore(spot, offices, beside.before) ??
      titleAfter(spot, offices, beside.after) ??
      titleAbroad(spot, lang, offices)
    const fits =
      span && span.start >= (spots[index - 1]?.end ?? 0) && span.end <= (spots[index + 1]?.start ?? Infinity)
    if (fits && !isAnotherOffice({ ...spot, ...span })) return { span, organisation }
  }
  return undefined
}

/** The role is as clear as its organisation; a title of its own adds to that as evidence (weights.ts). */
function roleSpot(
  { block }: Spot,
  { start, end, position }: TitledSpan,
  organisation: Sense,
  inner: readonly Spot[],
): Spot {
  const sense: Sense = {
    view: position,
    kind: 'full',
    name: position.name,
    via: 'role',
    worth: organisation.worth,
  }
  return { block, start, end, senses: [sense], inner }
}

/** A title is at most so many words: "High Commissioner for Human Rights". */
const MOST_WORDS = 5
const WORD = "[\\p{L}][\\p{L}\\p{M}\\p{Cf}.’'\\u2010\\u2011-]*"
/** What may stand between "ORG's" and the title. */
const BETWEEN =
  'former|then|current|present|outgoing|incoming|acting|new|next|first|last|late|longtime|long-serving'
const IS_BETWEEN = new RegExp(`^(?:${BETWEEN})$`, 'u')
const AFTER = new RegExp(
  `^(?:(?:['’]s)?\\s+|['’]s\\s+(?:${BETWEEN})\\s+)(?!(?:${BETWEEN})\\s)(${WORD}(?:\\s+${WORD}){0,${MOST_WORDS - 1}})`,
  'u',
)
const BEFORE = new RegExp(`(${WORD}(?:\\s+${WORD}){0,${MOST_WORDS - 1}})\\s+of\\s+(?:the\\s+)?$`, 'u')
/** A title and what joins it to its organisation lie within this. */
const REACH = 120

/** The words next to an organisation, to see at little cost whether a title may stand there at all. */
interface WordsBeside {
  /** Before "of" or "of the". */
  readonly before: string | undefined
  readonly after: string | undefined
}

function wordsBeside({ block: { text }, start, end }: Spot): WordsBeside {
  const isOwner = isPossessive(text, end)
  const from = isOwner ? afterBetween(text, end + 2) : end
  return {
    before:
      text.charAt(start - 2) === 'f' || text.charAt(start - 2) === 'e'
        ? wordBeforeOf(text, start)
        : undefined,
    after: isSpaceAt(text, from) ? lettersFrom(text, afterSpace(text, from)) : undefined,
  }
}

/** Behind "former" and the like. */
function afterBetween(text: string, from: number): number {
  const word = isSpaceAt(text, from) ? lettersFrom(text, afterSpace(text, from)) : undefined
  return word !== undefined && IS_BETWEEN.test(word) ? afterSpace(text, from) + word.length : from
}

const isPossessive = (text: string, at: number): boolean =>
  text.charAt(at + 1) === 's' && (text.charAt(at) === '’' || text.charAt(at) === "'")

function lettersFrom(text: string, start: number): string | undefined {
  let end = start
  while (isLetterAt(text, end)) end += 1
  return end > start ? text.slice(start, end).toLowerCase() : undefined
}

function wordBeforeOf(text: string, start: number): string | undefined {
  const of = startOfWord(text, startOfWord(text, start, 'the') ?? start, 'of')
  if (of === undefined) return undefined
  const end = beforeSpace(text, of)
  let from = end
  while (isLetterAt(text, from - 1)) from -= 1
  return from < end ? text.slice(from, end).toLowerCase() : undefined
}

/** Where a small word begins that stands before an offset, with white space on both its sides. */
function startOfWord(text: string, offset: number, word: string): number | undefined {
  const end = beforeSpace(text, offset)
  const start = end - word.length
  return end < offset && text.startsWith(word, start) && isSpaceAt(text, start - 1) ? start : undefined
}

const isLetterAt = (text: string, at: number): boolean => (kindAt(text, at) & LETTER) !== 0

function titleAfter(spot: Spot, offices: Offices, next: string | undefined): TitledSpan | undefined {
  const { text } = spot.block
  if (next === undefined || !offices.mayBegin(next)) return undefined
  const match = AFTER.exec(text.slice(spot.end, spot.end + REACH))
  const words = match?.[1]
  if (match === null || words === undefined) return undefined
  const from = spot.end + match[0].length - words.length
  for (const end of wordEnds(words)) {
    const found = offices.called(titleKey(words.slice(0, end)))
    if (found) return { ...found, start: isPossessive(text, spot.end) ? from : spot.start, end: from + end }
  }
  return undefined
}

function titleBefore(spot: Spot, offices: Offices, last: string | undefined): TitledSpan | undefined {
  const { text } = spot.block
  if (last === undefined || !offices.mayEnd(last)) return undefined
  const from = Math.max(0, spot.start - REACH)
  const match = BEFORE.exec(text.slice(from, spot.start))
  const words = match?.[1]
  if (match === null || words === undefined) return undefined
  for (const start of wordStarts(words)) {
    const found = offices.called(titleKey(words.slice(start)))
    if (found) return { ...found, start: from + match.index + start, end: spot.end }
  }
  return undefined
}

/** The longest first, so that "Deputy Secretary-General" is not read as "Secretary-General". */
const wordEnds = (words: string): number[] =>
  [...words.matchAll(/\S+/gu)].map((match) => match.index + match[0].length).reverse()
const wordStarts = (words: string): number[] => [...words.matchAll(/\S+/gu)].map((match) => match.index)
