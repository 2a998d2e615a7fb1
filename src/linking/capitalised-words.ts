import { afterSpace, CAPITAL, isSpaceAt, JOINER, kindAt, LETTER } from '../text/letters.ts'

/** Names are followed no further, in UTF-16 units. */
export const LONGEST_PHRASE = 80
const MOST_WORDS = 4

/** Where the capitalised words from a place on end, "of" and "for" between them left out: "Code", "Code of Conduct". */
export function capitalisedWordEnds(text: string, start: number): number[] {
  const limit = Math.min(text.length, start + LONGEST_PHRASE)
  const ends: number[] = []
  for (let at = start; ends.length < MOST_WORDS && kindAt(text, at) & CAPITAL && at < limit; ) {
    while (at < limit && kindAt(text, at) & (LETTER | JOINER) && !isApostrophe(text, at)) at += 1
    ends.push(at)
    if (!isSpaceAt(text, at)) break
    at = afterSpace(text, at)
    at = afterSmallWord(text, at)
  }
  return ends
}

const isApostrophe = (text: string, at: number): boolean => text.charAt(at) === "'" || text.charAt(at) === '’'

function afterSmallWord(text: string, at: number): number {
  const length = text.startsWith('of', at) ? 2 : text.startsWith('for', at) ? 3 : 0
  return length > 0 && isSpaceAt(text, at + length) ? afterSpace(text, at + length) : at
}
