import {
  afterSpace,
  beforeSpace,
  isCapitalAt,
  isSpaceAt,
  isWordAt,
  kindAt,
  LETTER,
  NUMBER,
  SMALL,
} from '../text/letters.ts'
import { chinesePlaces } from './chinese-forms.ts'
import { type Language, languageOf } from './languages.ts'
import type { PageBlock } from './page-block.ts'
import { LOWER_BIT, type PageTokens } from './page-tokens.ts'
import type { ShortPlace } from './short-place.ts'
import type { WarmIndex } from './warm-index.ts'
import type { WordFilter } from './word-filter.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const LEADS: ReadonlyMap<string, ShortPlace['lead']> = new Map([
  ...[...words('the this that said aforementioned')].map((word) => [word, 'definite'] as const),
  ...[...words('its whose')].map((word) => [word, 'own'] as const),
  ...[...words('as was is been be became become becomes elected appointed named')].map(
    (word) => [word, 'bare'] as const,
  ),
])
/** What may stand between an English determiner and the words. */
const BETWEEN = words('said same aforementioned above-mentioned aforesaid draft new revised joint')

/** The same before the title of an office alone: "its next Secretary-General", "the agency's seventh Director-General". */
const BETWEEN_TITLES = words(
  'next former current outgoing incoming acting present late then new interim longtime first second third fourth fifth sixth ' +
    'seventh eighth ninth tenth eleventh twelfth 4th 5th 6th 7th 8th 9th 10th 11th 12th',
)

/** What stands before a generic form in languages with articles. */
const DETERMINERS: Readonly<Record<'fr' | 'es' | 'de', ReadonlySet<string>>> = {
  fr: words('la le cette cet ce ladite ledit du au l'),
  es: words('la el esta este dicha dicho del al'),
  de: words('die der das des dem den diese dieser dieses diesem diesen'),
}

/** What stands right before a generic form, in languages that have such words; of words with hyphens the last part. */
const BEFORE: Readonly<Record<'en' | 'fr' | 'es' | 'de', readonly string[]>> = {
  // The "s" is that of "the agency's Director-General".
  en: [...LEADS.keys(), ...BETWEEN, ...BETWEEN_TITLES, 's'].map((word) =>
    word.slice(word.lastIndexOf('-') + 1),
  ),
  fr: [...DETERMINERS.fr, "'"],
  es: [...DETERMINERS.es],
  de: [...DETERMINERS.de],
}

/** What places are looked for with. */
export interface PlaceReading {
  readonly tokens: PageTokens
  readonly index: WarmIndex
}

/** The places of a block where a generic short form may stand, in order. */
export function shortPlaces(block: PageBlock, { tokens, index }: PlaceReading): readonly ShortPlace[] {
  const language = languageOf(block.lang)
  if (language === 'zh') return chinesePlaces(block.text)
  const before = language === 'ru' ? undefined : index.filterOf(BEFORE[language])
  const placeAt = PLACE_AT[language]
  let places: ShortPlace[] | undefined
  for (let token = block.firstToken; token < block.lastToken; token += 1) {
    if ((tokens.hashes[token] as number) & LOWER_BIT) continue
    if (before && !isAfter(before, token - 1, block, tokens)) continue
    const place = placeAt(block.text, tokens.starts[token] as number)
    if (!place) continue
    places ??= []
    places.push({ ...place, token })
  }
  return places ?? NONE
}

const NONE: readonly ShortPlace[] = []

/** Whether a token, over the ends of paragraphs, may be one of the words that stand before a generic form, or a year. */
function isAfter(words: WordFilter, token: number, block: PageBlock, tokens: PageTokens): boolean {
  let at = token
  while (at >= block.firstToken && tokens.hashes[at] === END_OF_PARAGRAPH) at -= 1
  if (at < block.firstToken) return false
  const first = block.text.charCodeAt(tokens.starts[at] as number)
  return first === ONE || first === TWO || words.mayBe(tokens.hashes[at] as number)
}

const ONE = 0x31
const TWO = 0x32
/** What the token that stands for the end of a paragraph has for a hash. */
const END_OF_PARAGRAPH = 1

type PlaceAt = (text: string, start: number) => ShortPlace | undefined

const PLACE_AT: Readonly<Record<Exclude<Language, 'zh'>, PlaceAt>> = {
  en: inEnglish,
  fr: (text, start) => behindArticle(text, start, DETERMINERS.fr),
  es: (text, start) => behindArticle(text, start, DETERMINERS.es),
  de: (text, start) => behindArticle(text, start, DETERMINERS.de),
  ru: inRussian,
}

/** "The (new) (2011) Code". */
function inEnglish(text: string, start: number): ShortPlace | undefined {
  if (!isSpaceAt(text, start - 1)) return undefined
  const year = yearBefore(text, start)
  let at = year?.start ?? start
  const near = wordEndingAt(text, beforeSpace(text, at))
  let lead = leadBefore(text, at)
  const isOfTitle = BETWEEN_TITLES.has(near)
  if (isOfTitle || BETWEEN.has(near)) {
    at = beforeSpace(text, at) - near.length
    lead = (isSpaceAt(text, at - 1) ? leadBefore(text, at) : undefined) ?? lead
  }
  if (lead === undefined || (year && lead === 'bare') || isOpenedByBetween(text, start)) return undefined
  return { start, lead, ...(isOfTitle && { isOfTitle }), ...(year && { year }) }
}

/** "The Joint Declaration": the words begin behind what may stand between, with a capital or without. */
const isOpenedByBetween = (text: string, start: number): boolean => {
  let end = start
  while (isInWord(text, end)) end += 1
  return (
    BETWEEN.has(text.slice(start, end).toLowerCase()) &&
    (kindAt(text, afterSpace(text, end)) & (LETTER | NUMBER)) !== 0
  )
}

/** What the word before an offset makes of the words behind it; "the agency’s" leads as "its" does. */
function leadBefore(text: string, offset: number): ShortPlace['lead'] | undefined {
  const end = beforeSpace(text, offset)
  const word = wordEndingAt(text, end)
  if (word !== 's' || !isApostrophe(text, end - 2)) return leadOf(word)
  return /^\p{Ll}+$/u.test(text.charAt(end - 3)) && isSmallWord(text, end - 2) ? 'own' : undefined
}

/** Whether the word that ends at an offset has no capital: "Moldova’s" owns something else. */
function isSmallWord(text: string, end: number): boolean {
  let start = end
  while (isInWord(text, start - 1)) start -= 1
  return start < end && !isCapitalAt(text, start)
}

/** "Re-elected" leads as "elected" does. */
const leadOf = (word: string): ShortPlace['lead'] | undefined =>
  LEADS.get(word) ?? (word.includes('-') ? LEADS.get(word.slice(word.lastIndexOf('-') + 1)) : undefined)

function yearBefore(text: string, start: number): ShortPlace['year'] {
  const end = beforeSpace(text, start)
  if (!(kindAt(text, end - 1) & NUMBER) || isWordAt(text, end - 5)) return undefined
  const digits = text.slice(end - 4, end)
  return /^(?:1[89]|20)\d\d$/u.test(digits) ? { start: end - 4, value: Number(digits) } : undefined
}

/** The word that ends at an offset, in small letters; empty where none does, or one longer than any that is asked for. */
function wordEndingAt(text: string, end: number): string {
  let start = end
  let hasCapital = false
  while (isInWord(text, start - 1)) {
    start -= 1
    hasCapital ||= isCapitalAt(text, start)
    if (end - start > LONGEST_WORD) return ''
  }
  const word = text.slice(start, end)
  return hasCapital ? word.toLowerCase() : word
}

const LONGEST_WORD = 16
const isInWord = (text: string, at: number): boolean => isWordAt(text, at) || text.charAt(at) === '-'

/** "La Convención", "l’Union". */
function behindArticle(
  text: string,
  start: number,
  determiners: ReadonlySet<string>,
): ShortPlace | undefined {
  const isElided = determiners.has('l') && isApostrophe(text, start - 1)
  if (!isElided && !isSpaceAt(text, start - 1)) return undefined
  const end = isElided ? start - 1 : beforeSpace(text, start)
  const word = wordEndingAt(text, end)
  const bare = word.slice(word.lastIndexOf('-') + 1)
  return (bare === 'l') === isElided && determiners.has(bare) ? { start, lead: 'definite' } : undefined
}

const isApostrophe = (text: string, at: number): boolean => text.charAt(at) === "'" || text.charAt(at) === '’'

/**
 * Russian has no article: there the capital within a sentence tells. At its beginning every word has one; there what
 * the text has named before must tell, and that nothing goes on behind the word.
 */
function inRussian(text: string, start: number): ShortPlace | undefined {
  if (!isSmallAt(text, start + 1)) return undefined
  const before = start - 1
  if (isSpaceAt(text, before) && isWithinSentence(text, before - 1)) return { start, lead: 'definite' }
  const isFree = start === 0 || isSpaceAt(text, before) || OPENING_QUOTES.has(text.charAt(before))
  return isFree ? { start, lead: 'definite', isOpening: true } : undefined
}

const isWithinSentence = (text: string, at: number): boolean =>
  isSmallAt(text, at) || /^[\d,;:»)]$/u.test(text.charAt(at))

const OPENING_QUOTES: ReadonlySet<string> = new Set('«„“"(')

const isSmallAt = (text: string, at: number): boolean => (kindAt(text, at) & SMALL) !== 0
