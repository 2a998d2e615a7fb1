import type { WordTable } from './word-table.ts'

const [ZERO, NINE, UPPER_A, UPPER_Z, LOWER_A, LOWER_Z, SPACE, HYPHEN] = [48, 57, 65, 90, 97, 122, 32, 45]
/** From a capital letter to its small one. */
const TO_LOWER = LOWER_A - UPPER_A

/**
 * The numbers of the words of an English name or title, as `wordsOf` splits it, without a text for each word: most names of a
 * large bundle are such. False where it is another, of which nothing is to be used then.
 */
export function plainWords(text: string, table: WordTable, numbers: number[]): boolean {
  const { units } = table
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= LOWER_A ? unit <= LOWER_Z : unit >= ZERO && unit <= NINE) units[length++] = unit
    else if (unit >= UPPER_A && unit <= UPPER_Z) units[length++] = unit + TO_LOWER
    else if ((unit === SPACE || unit === HYPHEN) && length > 0) {
      numbers.push(table.numberOfUnits(length))
      length = 0
    } else {
      numbers.length = 0
      return false
    }
  }
  if (length === 0) {
    numbers.length = 0
    return false
  }
  numbers.push(table.numberOfUnits(length))
  return true
}
