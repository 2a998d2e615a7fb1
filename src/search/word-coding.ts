import type { WordTable } from './word-table.ts'

/** As many letters as a byte can name. */
const MOST_LETTERS = 256

/** Words that are gone through in one step. */
const AT_ONCE = 1 << 16

/**
 * How words are written: in bytes, each naming one of the commonest letters, or wide, in UTF-16 units, where a word has a
 * rarer one. All alphabets that a bundle uses have room among the letters; Chinese has not.
 */
export interface WordCoding {
  readonly letters: Uint16Array<ArrayBuffer>
  /** The byte that names a unit; more than a byte holds where none does. */
  readonly codes: Uint16Array
  /** A bit for each word of the table, by its number: that it is wide. */
  readonly wide: Uint8Array
  /** The bytes that all words take. */
  readonly bytes: number
}

const NO_LETTER = 0xffff

/** The coding of all words of a table; others may run between its steps. */
export function* wordCoding(table: WordTable): Generator<undefined, WordCoding> {
  const counts = new Uint32Array(0x1_0000)
  for (let word = 0; word < table.size; word++) {
    const units = table.unitsOf(word)
    for (let at = 0; at < units.length; at++)
      counts[units[at] as number] = (counts[units[at] as number] as number) + 1
    if (word % AT_ONCE === 0) yield
  }
  const letters = commonest(counts)
  const codes = new Uint16Array(0x1_0000).fill(NO_LETTER)
  for (const [code, unit] of letters.entries()) codes[unit] = code
  const wide = new Uint8Array((table.size + 7) >>> 3)
  let bytes = 0
  for (let word = 0; word < table.size; word++) {
    const units = table.unitsOf(word)
    let isWide = false
    for (let at = 0; at < units.length; at++) if (codes[units[at] as number] === NO_LETTER) isWide = true
    if (isWide) wide[word >>> 3] = (wide[word >>> 3] as number) | (1 << (word & 7))
    bytes += isWide ? 2 * units.length : units.length
    if (word % AT_ONCE === 0) yield
  }
  return { letters, codes, wide, bytes }
}

function commonest(counts: Uint32Array): Uint16Array<ArrayBuffer> {
  const used = [...counts.keys()].filter((unit) => counts[unit] !== 0)
  const byCount = used.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  return Uint16Array.from(byCount.slice(0, MOST_LETTERS))
}

/** Whether a word is wide. */
export const isWide = ({ wide }: WordCoding, word: number): boolean =>
  (((wide[word >>> 3] as number) >>> (word & 7)) & 1) === 1
