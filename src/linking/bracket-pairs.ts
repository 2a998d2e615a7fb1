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

/** "International Telecommunication Union (ITU)": the phrase is somewhere before the bracket. */
const PHRASE_FIRST = new RegExp(`\\s*\\(\\s*${QUOTES}(${ACRONYM})${QUOTES}\\s*\\)`, 'gu')
/** "RATS (Regional Anti-Terrorist Structure)". */
const ACRONYM_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(${ACRONYM})\\s*\\(\\s*(?:the\\s+)?([^()]{4,120})\\)`,
  'gu',
)

/** How far back an expansion may begin: the longest official titles are shorter. */
const LONGEST_PHRASE = 200

/** Every place of a text where a bracket may define an acronym. */
export function bracketPairs(text: string): BracketPair[] {
  // Most blocks hold no bracket at all.
  if (!text.includes('(')) return []
  const pairs: BracketPair[] = []
  for (const match of text.matchAll(PHRASE_FIRST)) {
    const phraseStart = Math.max(0, match.index - LONGEST_PHRASE)
    pairs.push({ acronym: match[1] ?? '', phraseStart, phraseEnd: match.index, order: 'phrase-first' })
  }
  for (const match of text.matchAll(ACRONYM_FIRST)) {
    const phraseEnd = match.index + match[0].length - 1
    const phraseStart = phraseEnd - (match[2]?.length ?? 0)
    pairs.push({ acronym: match[1] ?? '', phraseStart, phraseEnd, order: 'acronym-first' })
  }
  return pairs.filter(({ acronym }) => isAcronym(acronym))
}

/** At least two capitals: "(Geneva)" defines nothing. */
const isAcronym = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
