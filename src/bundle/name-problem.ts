import { MAX_NAME_LENGTH, MIN_NAME_LENGTH } from './limits.ts'

/** Why a name or alias cannot be recognised on a page. */
export type NameProblem = 'too-short' | 'too-long' | 'too-few-letters'

const LETTER = /\p{L}/u
const TWO_LETTERS_OR_DIGITS = /[\p{L}\p{N}].*?[\p{L}\p{N}]/su
/** How nearly all names begin: no table of characters need be asked. */
const PLAIN_START = /^[A-Za-z][A-Za-z0-9]/

/** What is wrong with a name or alias; undefined where it is fine. "G7" passes: a letter and a digit. */
export function nameProblem(text: string): NameProblem | undefined {
  if (text.length < MIN_NAME_LENGTH) return 'too-short'
  if (text.length > MAX_NAME_LENGTH) return 'too-long'
  if (PLAIN_START.test(text)) return undefined
  return TWO_LETTERS_OR_DIGITS.test(text) && LETTER.test(text) ? undefined : 'too-few-letters'
}
