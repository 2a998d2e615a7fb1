import { ENTRIES } from '../text/character-table.ts'
import { classOf, foldOf, IDEOGRAPH, IGNORED, MARK, OTHER, SEPARATOR, WORD } from '../text/characters.ts'
import { foldKey } from '../text/fold.ts'
import type { ContextWord } from './view.ts'

/** Whether a context word or phrase stands at a place of a text where a word begins. */
export function standsAt(word: ContextWord, text: string, start: number): boolean {
  if (!isEdge(text.charAt(start - 1), word.text.charAt(0))) return false
  const length = word.text.length
  if (word.exact)
    return text.startsWith(word.text, start) && isEdge(text.charAt(start + length), word.text.slice(-1))
  const end = endOfPlain(word.text, text, start)
  if (end !== UNDECIDED) return end >= 0 && isEdge(text.charAt(end), word.text.slice(-1))
  const folded = foldCheaply(text.slice(start, start + 2 * length + MORE))
  return folded.startsWith(word.text) && isEdge(folded.charAt(length), word.text.slice(-1))
}

/** Ignorable characters may stand between those of a word; more of them than this, and it is not found. */
const MORE = 8

const UNDECIDED = -2

/** Where a folded word or phrase ends that begins at a place of a text, -1 if it does not; unit by unit, as far as that decides. */
function endOfPlain(word: string, text: string, start: number): number {
  let at = start
  for (let read = 0; read < word.length; read += 1) {
    const unit = word.charCodeAt(read)
    if (at >= text.length) return -1
    if (unit === SPACE) {
      const first = at
      while (at < text.length && classOf(ENTRIES[text.charCodeAt(at)] as number) === SEPARATOR) at += 1
      if (at === first) return UNDECIDED
      continue
    }
    const entry = ENTRIES[text.charCodeAt(at)] as number
    const kind = classOf(entry)
    if (kind !== WORD && kind !== IDEOGRAPH && kind !== OTHER) return UNDECIDED
    // A mark may still change the letter before it (й, が).
    if (foldOf(entry) !== unit)
      return classOf(ENTRIES[text.charCodeAt(at + 1)] ?? 0) === MARK ? UNDECIDED : -1
    at += 1
  }
  return at < text.length && classOf(ENTRIES[text.charCodeAt(at)] as number) >= IGNORED ? UNDECIDED : at
}

const SPACE = 0x20

/** Characters that fold to themselves, but for case, dashes and white space. */
const PLAIN = /^[\x20-\x7e\n\u00a0\u2010-\u2015\u2018-\u201f\u2026]*$/

/** Folding character by character is for texts that need it; most blocks of English do not. */
const foldCheaply = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase().replace(/[\s\u2010-\u2015-]+/gu, ' ') : foldKey(text)

/** Chinese and Japanese write words without spaces, so between two of their characters a word may end anywhere. */
const isEdge = (outside: string, inside: string): boolean =>
  !/[\p{L}\p{N}]/u.test(outside) || /\p{Script=Han}/u.test(inside)
