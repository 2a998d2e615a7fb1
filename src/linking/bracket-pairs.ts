import { afterSpace, isCapitalAt, isSpaceAt, kindAt, SMALL } from '../text/letters.ts'

/** An acronym and the phrase that a bracket or a pair of commas puts beside it. Offsets are UTF-16 units into the text. */
export interface BracketPair {
  readonly acronym: string
  /** The stretch in which the expansion must lie: before the bracket it ends there, inside it fills it. */
  readonly phraseStart: number
  readonly phraseEnd: number
  readonly order: 'phrase-first' | 'acronym-first'
  /** False where only commas tell: they part lists as well, so the phrase must spell the acronym to the letter. */
  readonly isBracket: boolean
}

const ACRONYM = '\\p{Lu}[\\p{L}\\p{N}.&-]{1,11}'
const QUOTES = '["“”„«»\'‘’]?'

/** "... Union (ITU)": the acronym fills the bracket. */
const FILLS = new RegExp(`^\\s{0,3}${QUOTES}(${ACRONYM})${QUOTES}\\s{0,3}$`, 'u')
/** "RATS (Regional ...": the acronym stands right before it. */
const STANDS_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${ACRONYM})\\s{0,3}$`, 'u')

/** How far back an expansion may begin, and how long one in brackets may be: the longest official titles are shorter. */
const LONGEST_PHRASE = 200
const LONGEST_ACRONYM = 20

/** "RATS, the Regional ...", "the WHO perk, Wounded Human Override": from a comma to the next, or to a stop. */
const APPOSITION = new RegExp(
  `(?<![\\p{L}\\p{N}])(${ACRONYM})(?:\\s\\p{Ll}+)?,\\s+(?:or\\s+)?(?:the\\s+|an?\\s+|la\\s+|le\\s+|el\\s+|l[’'])?(\\p{L}[^,.;:()]{3,100}?)(?=[,.;:)]|$)`,
  'gu',
)
/** "the Regional ..., or RATS", "..., known as RATS", "..., abbreviated RATS". */
const ALSO_CALLED = new RegExp(
  `,\\s+(?:or|known\\s+as|called|abbreviated(?:\\s+as)?|hereafter|hereinafter)\\s+(?:the\\s+)?${QUOTES}(${ACRONYM})${QUOTES}(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Every place of a text where commas may define an acronym. */
export function commaPairs(text: string): BracketPair[] {
  let isApposed = false
  let isCalled = false
  for (let comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
    isApposed ||= isAfterAcronym(text, comma)
    isCalled ||= isAlso(text, afterSpace(text, comma + 1))
  }
  return [...(isApposed ? appositions(text) : []), ...(isCalled ? alsoCalled(text) : [])]
}

function appositions(text: string): BracketPair[] {
  return [...text.matchAll(APPOSITION)].flatMap((match) => {
    const [whole, acronym = '', phrase = ''] = match
    const phraseEnd = match.index + whole.length
    return pairOf(acronym, phraseEnd - phrase.length, phraseEnd, 'acronym-first')
  })
}

const alsoCalled = (text: string): BracketPair[] =>
  [...text.matchAll(ALSO_CALLED)].flatMap(({ 1: acronym = '', index }) =>
    pairOf(acronym, Math.max(0, index - LONGEST_PHRASE), index, 'phrase-first'),
  )

/** Whether what stands somewhere may say "also called"; most commas are followed by "and" or a noun. */
function isAlso(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  return ALSO.some((word) => word.charCodeAt(0) === first && text.startsWith(word, at))
}
const ALSO = ['or', 'known', 'called', 'abbreviated', 'herea', 'herei']

/** Whether two capitals stand in the word before a comma, or before the small one there: most commas define nothing. */
function isAfterAcronym(text: string, comma: number): boolean {
  let at = comma - 1
  while (kindAt(text, at) & SMALL) at -= 1
  if (isSpaceAt(text, at)) at -= 1
  else at = comma - 1
  let capitals = 0
  for (const from = at - LONGEST_ACRONYM; at > from && !isSpaceAt(text, at); at -= 1)
    if (isCapitalAt(text, at)) capitals += 1
  return capitals > 1
}

const pairOf = (
  acronym: string,
  phraseStart: number,
  phraseEnd: number,
  order: BracketPair['order'],
): BracketPair[] => (isAcronym(acronym) ? [{ acronym, phraseStart, phraseEnd, order, isBracket: false }] : [])

/** Every place of a text where a bracket may define an acronym. */
export function bracketPairs(text: string): BracketPair[] {
  const pairs: BracketPair[] = []
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const inside = text.slice(open + 1, open + 1 + LONGEST_PHRASE)
    const close = inside.search(/[()]/u)
    if (inside.charAt(close) !== ')') continue
    const content = inside.slice(0, close)
    pairs.push(...phraseFirst(text, open, content), ...acronymFirst(text, open, content))
  }
  return pairs
}

function phraseFirst(text: string, open: number, inside: string): BracketPair[] {
  const acronym = FILLS.exec(inside)?.[1]
  if (acronym === undefined || !isAcronym(acronym)) return []
  const phraseStart = Math.max(0, open - LONGEST_PHRASE)
  const phraseEnd = phraseStart + text.slice(phraseStart, open).trimEnd().length
  return [{ acronym, phraseStart, phraseEnd, order: 'phrase-first', isBracket: true }]
}

function acronymFirst(text: string, open: number, inside: string): BracketPair[] {
  const acronym = STANDS_BEFORE.exec(text.slice(Math.max(0, open - LONGEST_ACRONYM), open))?.[1]
  const phrase = inside.trim().replace(/^the\s+/iu, '')
  if (acronym === undefined || !isAcronym(acronym) || phrase.length < acronym.length) return []
  const phraseEnd = open + 1 + inside.trimEnd().length
  return [
    { acronym, phraseStart: phraseEnd - phrase.length, phraseEnd, order: 'acronym-first', isBracket: true },
  ]
}

/** At least two capitals: "(Geneva)" defines nothing. */
const isAcronym = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
