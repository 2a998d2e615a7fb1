import type { Spot } from './spot.ts'
import type { EntityView } from './view.ts'
import { NEARNESS } from './weights.ts'

/** "Model United Nations", "mock UN": a game. */
const PLAYED = /(?:^|[\s(“"])(?:Model|Mock|mock)\s+$/u

/** Their last letters and white space, which rule most names out. */
const PLAYED_ENDS: ReadonlySet<number> = new Set(Array.from('lk \u00a0\n', (each) => each.charCodeAt(0)))

/** Without one of these words a block plays nothing. */
const mayPlay = (text: string): boolean =>
  text.includes('Model') || text.includes('Mock') || text.includes('mock')

/** What a page plays: where pupils are the United Nations for a day, they are its councils and courts as well. */
export function playedOn(blocks: readonly (readonly Spot[])[]): (view: EntityView) => boolean {
  const played: string[] = []
  for (const spots of blocks) {
    const [first] = spots
    if (!first || !mayPlay(first.block.text)) continue
    for (const spot of spots) if (isPlayed(spot)) played.push(...spot.senses.map(({ view }) => view.key))
  }
  if (played.length === 0) return () => false
  return (view) =>
    played.some((key) => view.key === key || (view.related.get(key) ?? 0) >= NEARNESS.close * HUB_SHARE)
}

const isPlayed = ({ block, start }: Spot): boolean =>
  PLAYED_ENDS.has(block.text.charCodeAt(start - 2)) &&
  PLAYED.test(block.text.slice(Math.max(0, start - REACH), start))

const REACH = 8
/** A hub's own links weigh half (weights.ts), whichever end tells of them. */
const HUB_SHARE = 0.5
