import { tokensOf } from '../text/fold.ts'

/** A longer run of ideographs is found by its beginning and by whatever begins within so many characters of its end. */
const LONGEST_RUN = 24

/** The words of a text as search compares them: folded; a run of ideographs or kana is one word. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let runEnd = -1
  for (const { key, kind, start, end } of tokensOf(text)) {
    if (kind === 'word') words.push(key)
    if (kind === 'ideograph') {
      if (start === runEnd) words.push(`${words.pop()}${key}`)
      else words.push(key)
      runEnd = end
    }
  }
  return words
}

const IDEOGRAPHS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/u

/**
 * The later beginnings under which a word is found besides its own: in scripts without spaces a reader may
 * begin anywhere in a name. None for other scripts.
 */
export function innerBeginnings(word: string): string[] {
  if (!IDEOGRAPHS.test(word)) return []
  const characters = [...word].slice(-LONGEST_RUN)
  return characters.slice(1).map((_, index) => characters.slice(index + 1).join(''))
}

/** Letters as bits of a set: two words whose sets differ much differ in many letters. 32 classes of code units. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}
