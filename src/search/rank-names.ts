import type { Fits, WordMatch } from './match-words.ts'
import type { SearchSections } from './search-format.ts'

/** A name that fits, and how well; greater is better. */
export interface RankedName {
  readonly name: number
  readonly score: number
}

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

/** The best name of each entity whose words fit every word of the query. */
export function rankNames(index: SearchSections, matches: readonly WordMatch[]): RankedName[] {
  const [driver, ...others] = [...matches].sort((a, b) => a.names - b.names)
  if (!driver) return []
  const best = new Map<number, RankedName>()
  const seen = new Uint8Array(index.nameEntities.length)
  for (const place of driver.places) {
    const end = index.wordNameOffsets[place + 1] as number
    for (let at = index.wordNameOffsets[place] as number; at < end; at++) {
      const name = index.wordNames[at] as number
      if (seen[name] === 1) continue
      seen[name] = 1
      if (!others.every(({ fits }) => hasFit(index, name, fits))) continue
      keepBetter(best, index.nameEntities[name] as number, { name, score: scoreOf(index, name, matches) })
    }
  }
  return [...best.values()]
}

function keepBetter(best: Map<number, RankedName>, entity: number, ranked: RankedName): void {
  const known = best.get(entity)
  if (!known || ranked.score > known.score) best.set(entity, ranked)
}

function hasFit({ nameWordOffsets, nameWords }: SearchSections, name: number, fits: Fits): boolean {
  const end = nameWordOffsets[name + 1] as number
  for (let at = nameWordOffsets[name] as number; at < end; at++)
    if (fits[nameWords[at] as number] !== 0) return true
  return false
}

function scoreOf(index: SearchSections, name: number, matches: readonly WordMatch[]): number {
  const from = index.nameWordOffsets[name] as number
  const length = (index.nameWordOffsets[name + 1] as number) - from
  let sum = 0
  let whole = length === matches.length
  let ordered = true
  let last = -1
  let first = length
  for (const { fits } of matches) {
    const [at, fit] = bestPlace(index, from, length, fits)
    sum += fit
    whole &&= fit === 100
    ordered &&= at > last
    last = at
    first = Math.min(first, at)
  }
  const others = Math.min(MOST_OTHER_WORDS, length - matches.length)
  const entity = index.nameEntities[name] as number
  return (
    sum / matches.length +
    (whole && ordered ? WHOLE_NAME : 0) +
    (first === 0 ? FROM_THE_BEGINNING : 0) +
    (ordered ? IN_ORDER : 0) -
    others * EACH_OTHER_WORD +
    (index.prominence[entity] as number) / 2
  )
}

/** Where in a name a word of the query fits best, and how well; inside of a run of ideographs it fits less. */
function bestPlace(
  { nameWords }: SearchSections,
  from: number,
  length: number,
  fits: Fits,
): readonly [at: number, fit: number] {
  let best: readonly [number, number] = [length, INSIDE]
  for (let at = 0; at < length; at++) {
    const fit = fits[nameWords[from + at] as number] as number
    if (fit > best[1] || (fit > 0 && best[0] === length)) best = [at, fit]
  }
  return best
}

/** The inside of a run of ideographs: none of the name's own words fits, but one of its later beginnings does. */
const INSIDE = 40
