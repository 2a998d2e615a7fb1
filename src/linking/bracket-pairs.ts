/** An acronym and the phrase that a bracket puts beside it. Offsets are UTF-16 units into the text. */
export interface BracketPair {
  readonly acronym: string
  /** The stretch in which the expansion must lie: before the bracket it ends there, inside it fills it. */
  readonly phraseStart: number
  readonly phraseEnd: number
  readonly order: 'phrase-first' | 'acronym-first'
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
  return [{ acronym, phraseStart, phraseEnd, order: 'phrase-first' }]
}

function acronymFirst(text: string, open: number, inside: string): BracketPair[] {
  const acronym = STANDS_BEFORE.exec(text.slice(Math.max(0, open - LONGEST_ACRONYM), open))?.[1]
  const phrase = inside.trim().replace(/^the\s+/iu, '')
  if (acronym === undefined || !isAcronym(acronym) || phrase.length < acronym.length) return []
  const phraseEnd = open + 1 + inside.trimEnd().length
  return [{ acronym, phraseStart: phraseEnd - phrase.length, phraseEnd, order: 'acronym-first' }]
}

/** At least two capitals: "(Geneva)" defines nothing. */
const isAcronym = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
