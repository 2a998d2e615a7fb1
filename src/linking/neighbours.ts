import {
  CAPITAL,
  isCapitalAt,
  isSpaceAt,
  isWordAt,
  JOINER,
  kindAt,
  LETTER,
  NUMBER,
  SMALL,
} from '../text/letters.ts'

/** A word next to a stretch of text, with only white space between. Offsets are UTF-16 units. */
export interface NeighbourWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

// Words are looked for in a bounded stretch, so that a text without spaces costs no more than any other.
const REACH = 40

const FULL_STOP = 0x2e

/** Where the word before an offset begins, or -1 where punctuation, a line's start or nothing stands there. */
export function wordStartBefore(text: string, offset: number): number {
  const from = Math.max(0, offset - REACH)
  let at = offset
  while (at > from && isSpaceAt(text, at - 1)) at -= 1
  if (at === offset) return -1
  if (text.charCodeAt(at - 1) === FULL_STOP) at -= 1
  let start = -1
  for (; at > from; at -= 1) {
    const kind = kindAt(text, at - 1)
    if (kind & (LETTER | NUMBER)) start = at - 1
    else if (!(kind & JOINER)) break
  }
  return start
}

/** The word before an offset with a stop that follows it, or undefined where punctuation, a line's start or nothing stands there. */
export function wordBefore(text: string, offset: number): NeighbourWord | undefined {
  const start = wordStartBefore(text, offset)
  if (start < 0) return undefined
  let end = offset
  while (isSpaceAt(text, end - 1)) end -= 1
  return { text: text.slice(start, end), start, end }
}

/** Where the word after an offset begins, or -1 where punctuation, a line's end or nothing stands there. */
export function wordStartAfter(text: string, offset: number): number {
  const to = Math.min(text.length, offset + REACH)
  let start = offset
  while (start < to && isSpaceAt(text, start)) start += 1
  return start > offset && start < to && isWordAt(text, start) ? start : -1
}

/** The word after an offset, or undefined where punctuation, a line's end or nothing stands there. */
function wordAfter(text: string, offset: number): NeighbourWord | undefined {
  const start = wordStartAfter(text, offset)
  if (start < 0) return undefined
  const to = Math.min(text.length, offset + REACH)
  let end = start
  while (end < to && kindAt(text, end) & (LETTER | NUMBER | JOINER)) end += 1
  return { text: text.slice(start, end), start, end }
}

/** The word after an offset, where it begins with a capital letter. */
export const capitalAfter = (text: string, offset: number): NeighbourWord | undefined =>
  isCapitalAt(text, wordStartAfter(text, offset)) ? wordAfter(text, offset) : undefined

/** The word before an offset, where it begins with a capital letter. */
export const capitalBefore = (text: string, offset: number): NeighbourWord | undefined =>
  isCapitalAt(text, wordStartBefore(text, offset)) ? wordBefore(text, offset) : undefined

/** Whether a word begins with a capital letter. */
export const isCapitalised = (word: string): boolean => isCapitalAt(word, 0)

/** Whether letters of one case only, the upper, make up a text of more than one word. */
export function isAllCapitals(text: string): boolean {
  let found = 0
  for (let at = 0; at < text.length; at += 1) found |= kindAt(text, at)
  return (found & CAPITAL) !== 0 && (found & SMALL) === 0 && /\p{L}\P{L}+\p{L}/u.test(text)
}

/** Whether the name of a month or a weekday begins at an offset: after "of" and "on" it is no part of a name. */
export function startsWithCalendarWord(text: string, offset = 0): boolean {
  CALENDAR_WORD.lastIndex = offset
  return CALENDAR_WORD.test(text)
}

const CALENDAR_WORD =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\p{L})/uy
