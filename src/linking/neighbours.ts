/** A word next to a stretch of text, with only white space between. Offsets are UTF-16 units. */
export interface NeighbourWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

// Words are looked for in a bounded stretch, so that a text without spaces costs no more than any other.
const REACH = 40

/** The word before an offset, or undefined where punctuation, a line's start or nothing stands there. */
export function wordBefore(text: string, offset: number): NeighbourWord | undefined {
  const from = Math.max(0, offset - REACH)
  const match = /([\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}’'\u2010\u2011-]*\.?)\s+$/u.exec(text.slice(from, offset))
  const word = match?.[1]
  if (match === null || word === undefined) return undefined
  const start = from + match.index
  return { text: word, start, end: start + word.length }
}

/** The word after an offset, or undefined where punctuation, a line's end or nothing stands there. */
export function wordAfter(text: string, offset: number): NeighbourWord | undefined {
  const match = /^(\s+)([\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}’'\u2010\u2011-]*)/u.exec(
    text.slice(offset, offset + REACH),
  )
  const word = match?.[2]
  if (word === undefined) return undefined
  const start = offset + (match?.[1]?.length ?? 0)
  return { text: word, start, end: start + word.length }
}

/** Whether a word begins with a capital letter. */
export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word)

/** Whether letters of one case only, the upper, make up a text of more than one word. */
export const isAllCapitals = (text: string): boolean =>
  /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && /\p{L}\P{L}+\p{L}/u.test(text)

/** Whether a text begins with the name of a month or a weekday: after "of" and "on" it is no part of a name. */
export const startsWithCalendarWord = (text: string): boolean =>
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\p{L})/u.test(
    text,
  )
