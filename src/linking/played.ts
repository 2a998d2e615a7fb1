import type { Spot } from './spot.ts'
import type { EntityView } from './view.ts'
import { NEARNESS } from './weights.ts'

/** "Model United Nations", "mock UN": a game. */
const PLAYED = /(?:^|[\s(“"])(?:Model|Mock|mock)\s+$/u

/** Their last letters, which rule most names out. */
const PLAYED_ENDS: ReadonlySet<string> = new Set(['l', 'k', ' ', '\u00a0', '\n'])

/** What a page plays: where pupils are the United Nations for a day, they are its councils and courts as well. */
export function playedOn(spots: readonly Spot[]): (view: EntityView) => boolean {
  const played = spots.filter(isPlayed).flatMap(({ senses }) => senses.map(({ view }) => view.key))
  if (played.length === 0) return () => false
  return (view) =>
    played.some((key) => view.key === key || (view.related.get(key) ?? 0) >= NEARNESS.close * HUB_SHARE)
}

const isPlayed = ({ block, start }: Spot): boolean =>
  PLAYED_ENDS.has(block.text.charAt(start - 2)) &&
  PLAYED.test(block.text.slice(Math.max(0, start - REACH), start))

const REACH = 8
/** A hub's own links weigh half (weights.ts), whichever end tells of them. */
const HUB_SHARE = 0.5
