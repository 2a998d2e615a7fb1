import type { WordMatch } from './match-words.ts'
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

/** The inside of a run of ideographs: none of the name's own words fits, but one of its later beginnings does. */
const INSIDE = 40

/** At most `limit` names whose words fit every word of the query, the best of each entity, best first. */
export function rankNames(index: SearchSections, matches: readonly WordMatch[], limit: number): RankedName[] {
  const [driver, ...others] = [...matches].sort((a, b) => a.names - b.names)
  if (!driver || driver.places.length === 0) return []
  const scores = new Float32Array(index.prominence.length)
  const names = new Uint32Array(index.prominence.length)
  const entities: number[] = []
  const seen = new Uint8Array(index.nameEntities.length)
  for (const place of driver.places) {
    const end = index.wordNameOffsets[place + 1] as number
    for (let at = index.wordNameOffsets[place] as number; at < end; at++) {
      const name = index.wordNames[at] as number
      if (seen[name] === 1) continue
      seen[name] = 1
      if (others.length > 0 && !others.every(({ fits }) => hasFit(index, name, fits))) continue
      const entity = index.nameEntities[name] as number
      const score = scoreOf(index, name, entity, matches)
      if (scores[entity] === 0) entities.push(entity)
      else if (score <= (scores[entity] as number)) continue
      scores[entity] = score
      names[entity] = name
    }
  }
  return best(entities, scores, names, limit)
}

/** The best of many in order; sorting all of a hundred thousand for twenty would be most of the work. */
function best(
  entities: readonly number[],
  scores: Float32Array,
  names: Uint32Array,
  limit: number,
): RankedName[] {
  const sorted = Float32Array.from(entities, (entity) => scores[entity] as number).sort()
  const least = sorted[Math.max(0, sorted.length - limit)] ?? 0
  const ranked: RankedName[] = []
  for (const entity of entities) {
    const score = scores[entity] as number
    if (score >= least) ranked.push({ name: names[entity] as number, score })
  }
  // Of equal scores the name that came first in the bundles: the reader's order.
  return ranked.sort((a, b) => b.score - a.score || a.name - b.name).slice(0, limit)
}

function hasFit({ nameWordOffsets, nameWords }: SearchSections, name: number, fits: Uint8Array): boolean {
  const end = nameWordOffsets[name + 1] as number
  for (let at = nameWordOffsets[name] as number; at < end; at++)
    if (fits[nameWords[at] as number] !== 0) return true
  return false
}

/** Always above 0. */
function scoreOf(
  { nameWordOffsets, nameWords, prominence }: SearchSections,
  name: number,
  entity: number,
  matches: readonly WordMatch[],
): number {
  const from = nameWordOffsets[name] as number
  const length = (nameWordOffsets[name + 1] as number) - from
  let sum = 0
  let isWhole = length === matches.length
  let isOrdered = true
  let last = -1
  let first = length
  for (const { fits } of matches) {
    let place = length
    let fit = 0
    for (let at = 0; at < length; at++) {
      const here = fits[nameWords[from + at] as number] as number
      if (here <= fit) continue
      fit = here
      place = at
    }
    sum += fit === 0 ? INSIDE : fit
    if (fit !== 100) isWhole = false
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
