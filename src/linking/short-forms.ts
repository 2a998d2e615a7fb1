import { foldKey } from '../text/fold.ts'

/** Where the head of an English title ends: "Code | of Conduct | for Information Security". */
const PREPOSITION = /\s+(?:of|for|on|to|in|between|among|against|with|and|at|by)\s+/u

/** A short form of more words than this is no short form. */
const MOST_WORDS = 4

/**
 * The generic forms by which a text may mention something again once it has named it, as folded
 * keys: "Code of Conduct for Information Security" gives "code" and "code of conduct", "International
 * Telecommunication Union" gives "union". Only words that the name capitalises.
 */
export function shortFormsOf(name: string): string[] {
  const plain = name.replace(/\s*\([^)]*\)\s*/gu, ' ').trim()
  const [head = '', next = ''] = plain.split(PREPOSITION, 2)
  const noun = head.split(/\s+/u).at(-1) ?? ''
  if (!/^\p{Lu}[\p{L}-]*\p{Ll}[\p{L}-]*$/u.test(noun)) return []
  const phrase = plain.slice(
    plain.indexOf(head) + head.length - noun.length,
    plain.indexOf(next, head.length) + next.length,
  )
  const isPhrase = next !== '' && phrase.split(/\s+/u).length <= MOST_WORDS && plain.length > phrase.length
  return [...new Set([foldSpelling(noun), ...(isPhrase ? [foldSpelling(phrase)] : [])])]
}

/** British and American spellings of "organisation" are one word here. */
export const foldSpelling = (phrase: string): string =>
  foldKey(phrase).replaceAll('organization', 'organisation')
