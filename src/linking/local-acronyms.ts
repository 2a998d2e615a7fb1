import type { Definitions } from './definitions.ts'
import type { PageBlock } from './page-block.ts'
import type { Sense, Spot } from './spot.ts'
import type { EntityView } from './view.ts'
import { UNAMBIGUOUS } from './weights.ts'

/**
 * The spots of a block together with those of acronyms that the page defines and the bundle lacks:
 * after "Digitalisation Concept (DICON)" every "DICON" means the concept.
 */
export function withLocalAcronyms(
  block: PageBlock,
  spots: readonly Spot[],
  definitions: Definitions,
  views: ReadonlyMap<string, EntityView>,
): readonly Spot[] {
  let free: Spot[] | undefined
  for (const [acronym, key] of definitions.known) {
    if (!block.text.includes(acronym)) continue
    const view = views.get(key)
    for (const spot of view ? occurrences(block, acronym, view) : []) {
      if (spots.some((other) => spot.start < other.end && other.start < spot.end)) continue
      free ??= []
      free.push(spot)
    }
  }
  return free ? [...spots, ...free].sort((a, b) => a.start - b.start) : spots
}

function occurrences(block: PageBlock, acronym: string, view: EntityView): Spot[] {
  const { text } = block
  const senses: Sense[] = [
    { view, kind: 'acronym', name: acronym, via: 'definition', worth: UNAMBIGUOUS.acronym },
  ]
  const spots: Spot[] = []
  for (let start = text.indexOf(acronym); start >= 0; start = text.indexOf(acronym, start + 1)) {
    const end = start + acronym.length
    if (isWhole(text, start, end)) spots.push({ block, start, end, senses, inner: [] })
  }
  return spots
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end))
