import { tokensOf } from '../text/fold.ts'

/** Words that an acronym may leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by de del des di du et for in la le les of on or the to und y для и на о по с'.split(' '),
)

/**
 * Whether the last words of a phrase spell an acronym by their initials, whichever words they are:
 * "intensive therapy unit" spells "ITU". Small words may be left out.
 */
export const spellsOut = (phrase: string, acronym: string): boolean => spelling(phrase, acronym) !== undefined

/** Whether all words of a name together spell an acronym, none but small ones left over. */
export const isSpelledBy = (name: string, acronym: string): boolean =>
  spelling(name, acronym)?.every((word) => SMALL_WORDS.has(word)) ?? false

/** The words that are left over before those that spell the acronym, or undefined where none do. */
function spelling(phrase: string, acronym: string): readonly string[] | undefined {
  const letters = tokensOf(acronym)
    .map(({ key }) => key)
    .join('')
  if (letters.length < 2 || !mayEndWith(phrase, letters.slice(-1))) return undefined
  const words = tokensOf(phrase)
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => key)
  return beforeSpelling(words, letters)
}

/** Whether a phrase may spell an acronym with such a last letter, seen by the phrase's last word alone: most brackets define nothing. */
function mayEndWith(phrase: string, letter: string): boolean {
  const last = LAST_WORD.exec(phrase.slice(-LONGEST_WORD))?.[0].toLowerCase()
  return last === undefined || last.startsWith(letter) || SMALL_WORDS.has(last) || !/^[a-z]/u.test(last)
}

const LONGEST_WORD = 40
const LAST_WORD = /(?<=\s|^)[\p{L}\p{N}]+$/u

/** Read from the end: the last letter must be the initial of the last word that counts. */
function beforeSpelling(words: readonly string[], letters: string): readonly string[] | undefined {
  if (letters === '') return words
  const word = words.at(-1)
  if (word === undefined) return undefined
  const rest = words.slice(0, -1)
  const spelt = word.startsWith(letters.slice(-1)) ? beforeSpelling(rest, letters.slice(0, -1)) : undefined
  return spelt ?? (SMALL_WORDS.has(word) ? beforeSpelling(rest, letters) : undefined)
}
