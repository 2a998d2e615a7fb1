import type { IndexedName } from '../../../src/matching/types.ts'
import type { Random } from './random.ts'

/** Articles of about this many units, each about this many names: names recur within an article. */
export const ARTICLE_UNITS = 6_000
const ARTICLE_NAMES = 15

/** The names of one article after the other, drawn from all. */
export function topicsOf(
  random: Random,
  names: readonly IndexedName[],
  articleUnits = ARTICLE_UNITS,
): (size: number) => readonly string[] {
  let topics: string[] = []
  let next = 0
  return (size) => {
    if (size < next) return topics
    next += articleUnits
    topics = Array.from(
      { length: ARTICLE_NAMES },
      () => (names[random.below(names.length)] as IndexedName).text,
    )
    return topics
  }
}

/**
 * Parts of a text as one of just that length. The last part is cut, not the text: a text that is cut is a
 * view of a longer one, and slower to read than those that a page gives.
 */
export function joined(parts: readonly string[], between: string, length: number): string {
  let size = 0
  const fitting: string[] = []
  for (const part of parts) {
    if (size >= length) break
    fitting.push(part.slice(0, length - size))
    size += part.length + between.length
  }
  return fitting.join(between)
}
