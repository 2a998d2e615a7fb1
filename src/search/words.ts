import { IDEOGRAPH, WORD } from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'

/** A longer run of ideographs is found by its beginning and by whatever begins within so many characters of its end. */
const LONGEST_RUN = 24

/** English names and titles: nothing in them needs a table. */
const PLAIN = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/

/** Reused: half a million names are read in one go. */
const reader = new TokenReader()

/** The words of a text as search compares them: folded; a run of ideographs or kana is one word. */
export function wordsOf(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().split(/[ -]/)
  const words: string[] = []
  let runEnd = -1
  reader.reset(text, 0)
  while (reader.next()) {
    if (reader.kind === WORD) words.push(reader.key())
    if (reader.kind !== IDEOGRAPH) continue
    if (reader.start === runEnd) words.push(`${words.pop()}${reader.key()}`)
    else words.push(reader.key())
    runEnd = reader.end
  }
  return words
}

const IDEOGRAPHS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/u

/**
 * The later beginnings under which a word is found besides its own: in scripts without spaces a reader may
 * begin anywhere in a name. None for other scripts.
 */
export function innerBeginnings(word: string): string[] {
  // No ideograph or kana stands before this.
  if (word.charCodeAt(0) < 0x2e80 || !IDEOGRAPHS.test(word)) return []
  const characters = [...word].slice(-LONGEST_RUN)
  return characters.slice(1).map((_, index) => characters.slice(index + 1).join(''))
}

/** Letters as bits of a set: two words whose sets differ much differ in many letters. 32 classes of code units. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** The same of a word given by its UTF-16 units. */
export function lettersOfUnits(units: Uint16Array): number {
  let letters = 0
  for (const unit of units) letters |= 1 << (unit & 31)
  return letters
}
