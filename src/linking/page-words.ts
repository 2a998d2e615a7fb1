import { foldKey } from '../text/fold.ts'
import type { ContextWord } from './view.ts'

/** The words of a page, to be asked for context words. */
export interface PageWords {
  has(word: ContextWord): boolean
}

/** Reads the texts of a page; nothing is folded before the first question. */
export function pageWords(texts: readonly string[]): PageWords {
  const joined = texts.join('\n')
  let folded: string | undefined
  const answers = new Map<string, boolean>()
  return {
    has(word) {
      const known = answers.get(word.text)
      if (known !== undefined) return known
      if (!word.exact) folded ??= texts.map(foldCheaply).join('\n')
      const found = hasWord(word.exact ? joined : (folded ?? ''), word.text)
      answers.set(word.text, found)
      return found
    },
  }
}

/** Characters that fold to themselves, but for case, dashes and white space. */
const PLAIN = /^[\x20-\x7e\n\u00a0\u2010-\u2015\u2018-\u201f\u2026]*$/

/** Folding character by character is for texts that need it; most blocks of English do not. */
const foldCheaply = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase().replace(/[\s\u2010-\u2015-]+/gu, ' ') : foldKey(text)

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isEdge(text.charAt(at - 1), word.charAt(0)) && isEdge(text.charAt(at + word.length), word.slice(-1)))
      return true
  return false
}

/** Chinese and Japanese write words without spaces, so between two of their characters a word may end anywhere. */
const isEdge = (outside: string, inside: string): boolean =>
  !/[\p{L}\p{N}]/u.test(outside) || /\p{Script=Han}/u.test(inside)
