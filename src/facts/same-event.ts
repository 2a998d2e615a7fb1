import type { TimelinePoint } from './timeline.ts'

/** Shorter ones tell no event from another: articles, prepositions, most initials. A document's symbol is one word. */
const WORD = /[\p{L}\p{N}/]{4,}/gu

/** Of so many words in common, two titles of one day mean the same: measured on the packaged bundle, where twins share three and more. */
const COMMON_WORDS = 2

/**
 * Whether two entities tell of the same event: on the same date, in largely the same words ("Six members
 * submit a revised code of conduct to the UN", "Six SCO members submit a revised code of conduct").
 */
export function isSameEvent(a: TimelinePoint, b: TimelinePoint): boolean {
  if (a.date !== b.date) return false
  if (a.title === b.title) return true
  const words = new Set(wordsOf(a.title))
  return new Set(wordsOf(b.title).filter((word) => words.has(word))).size >= COMMON_WORDS
}

/** The words of a title that tell it from others, in lower case. */
export const wordsOf = (title: string): string[] => title.toLowerCase().match(WORD) ?? []
