import { MAX_NAME_LENGTH, MIN_NAME_LENGTH } from './limits.ts'

/** Why a name or alias cannot be recognised on a page. */
export type NameProblem = 'too-short' | 'too-long' | 'too-few-letters'

const LETTER = /\p{L}/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu

/** What is wrong with a name or alias; undefined where it is fine. "G7" passes: a letter and a digit. */
export function nameProblem(text: string): NameProblem | undefined {
  if (text.length < MIN_NAME_LENGTH) return 'too-short'
  if (text.length > MAX_NAME_LENGTH) return 'too-long'
  const countable = text.match(LETTER_OR_DIGIT)?.length ?? 0
  return countable >= MIN_NAME_LENGTH && LETTER.test(text) ? undefined : 'too-few-letters'
}
