import { BestNames, type RankedName } from './best-names.ts'
import { entityOf, firstWordOf, wordsIn } from './index-names.ts'
import { WHOLE, type WordMatch } from './match-words.ts'
import type { SearchSections } from './search-format.ts'

/**
 * What counts besides how well the words fit (0 to 100 on average). The whole name outweighs everything;
 * a name that begins with what was typed comes before one that holds it; short names come before long ones;
 * of equals the entity of which more is known.
 */
const WHOLE_NAME = 60
const FROM_THE_BEGINNING = 16
const IN_ORDER = 8
const EACH_OTHER_WORD = 2
const MOST_OTHER_WORDS = 12
const MOST_PROMINENCE = 15

/** The inside of a run of ideographs: none of the name's own words fits, but one of its later beginnings does. */
const INSIDE = 40

/** What a name can win besides the fit of its words, with most known of its entity. */
const MOST_BESIDES = FROM_THE_BEGINNING + IN_ORDER + MOST_PROMINENCE / 2

/**
 * At most `limit` names whose words fit every word of the query, the best of each entity, best first. The words that fit
 * best are followed first, so that the rest can be left once no name of theirs could come among the best.
 */
export function rankNames(
  index: SearchSections,
  matches: readonly WordMatch[],
  limit: number,
): readonly RankedName[] {
  const [driver, ...others] = [...matches].sort((a, b) => a.names - b.names)
  const best = new BestNames(limit)
  if (!driver) return []
  const mostOfOthers = others.reduce((sum, { most }) => sum + most, 0)
  const isWhole = others.every(({ most }) => most === WHOLE)
  for (let fit = driver.most; fit > 0; fit--) {
    const most =
      (Math.max(fit, INSIDE) + mostOfOthers) / matches.length +
      MOST_BESIDES +
      (fit === WHOLE && isWhole ? WHOLE_NAME : 0)
    if (most < best.least) break
    for (const place of driver.byFit[fit] ?? []) follow(index, place, matches, others, most, best)
  }
  return best.inOrder()
}

/** Offers the names of a word that fit the other words too. `most`: what a name without further words could reach. */
function follow(
  index: SearchSections,
  place: number,
  matches: readonly WordMatch[],
  others: readonly WordMatch[],
  most: number,
  best: BestNames,
): void {
  const { wordNameOffsets, wordNames } = index
  const end = wordNameOffsets.at(place + 1)
  let longest = longestOfUse(most, best.least, matches.length)
  for (let at = wordNameOffsets.at(place); at < end; at++) {
    const name = wordNames.at(at)
    const length = wordsIn(index, name)
    if (length > longest) continue
    if (others.length > 0 && !fitsAll(index, name, length, others)) continue
    const entity = entityOf(index, name)
    best.offer(entity, name, scoreOf(index, name, entity, matches))
    longest = longestOfUse(most, best.least, matches.length)
  }
}

/** The words of the longest name that could still come among the best: each that the query does not have costs it something. */
function longestOfUse(most: number, least: number, asked: number): number {
  const others = (most - least) / EACH_OTHER_WORD
  return others >= MOST_OTHER_WORDS ? Number.POSITIVE_INFINITY : asked + others
}

function fitsAll(index: SearchSections, name: number, length: number, others: readonly WordMatch[]): boolean {
  const from = firstWordOf(index, name)
  for (const { fits } of others) if (!hasFit(index, from, from + length, fits)) return false
  return true
}

function hasFit({ nameWords }: SearchSections, from: number, end: number, fits: Uint8Array): boolean {
  for (let at = from; at < end; at++) if (fits[nameWords.at(at)] !== 0) return true
  return false
}

/** Always above 0. */
function scoreOf(index: SearchSections, name: number, entity: number, matches: readonly WordMatch[]): number {
  const { nameWords, prominence } = index
  const from = firstWordOf(index, name)
  const length = wordsIn(index, name)
  let sum = 0
  let isWhole = length === matches.length
  let isOrdered = true
  let last = -1
  let first = length
  for (const { fits } of matches) {
    let place = length
    let fit = 0
    for (let at = 0; at < length; at++) {
      const here = fits[nameWords.at(from + at)] as number
      if (here <= fit) continue
      fit = here
      place = at
    }
    sum += fit === 0 ? INSIDE : fit
    if (fit !== WHOLE) isWhole = false
    if (place <= last) isOrdered = false
    last = place
    if (place < first) first = place
  }
  const others = Math.max(0, Math.min(MOST_OTHER_WORDS, length - matches.length))
  return (
    sum / matches.length +
    (isWhole && isOrdered ? WHOLE_NAME : 0) +
    (first === 0 ? FROM_THE_BEGINNING : 0) +
    (isOrdered ? IN_ORDER : 0) -
    others * EACH_OTHER_WORD +
    (prominence[entity] as number) / 2
  )
}
