import type { ContextWord } from './view.ts'
import { WordPlaces } from './word-places.ts'

/** The words of a page, to be asked for context words. */
export interface PageWords {
  has(word: ContextWord): boolean
}

/** Reads the texts of a page; nothing is read before the first question. */
export function pageWords(texts: readonly string[]): PageWords {
  let places: WordPlaces | undefined
  const answers = new Map<string, boolean>()
  return {
    has(word) {
      const known = answers.get(word.text)
      if (known !== undefined) return known
      places ??= new WordPlaces(texts)
      const found = places.has(word)
      answers.set(word.text, found)
      return found
    },
  }
}
