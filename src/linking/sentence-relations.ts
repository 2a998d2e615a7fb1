import { sentenceAt } from './page-block.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import { NEARNESS, THRESHOLD } from './weights.ts'

/**
 * The one of several namesakes that something else in the sentence is tied to by an act: "the summit in
 * Bishkek approved the Concept" is the summit at which the concept was adopted. What all namesakes are
 * tied to alike, such as their organisation, tells nothing.
 */
export function relatedInSentence(spot: Spot, senses: readonly Sense[], place: SpotPlace): Sense | undefined {
  if (senses.length < 2) return undefined
  const sentence = sentenceAt(spot.block, spot.start)
  const others = neighbours(place, sentence.start, sentence.end).flatMap(clearView)
  for (const other of others) {
    const near = senses.filter(
      ({ view }) =>
        Math.max(view.related.get(other.key) ?? 0, other.related.get(view.key) ?? 0) >= NEARNESS.linked,
    )
    if (near.length === 1) return near[0]
  }
  return undefined
}

/** The spots of a sentence around a place, nearest first on each side. */
function neighbours({ spots, index }: SpotPlace, start: number, end: number): Spot[] {
  const found: Spot[] = []
  for (let at = index + 1; (spots[at]?.start ?? Infinity) < end; at += 1) found.push(spots[at] as Spot)
  for (let at = index - 1; (spots[at]?.start ?? -1) >= start; at -= 1) found.push(spots[at] as Spot)
  return found
}

/** Only what is clear by itself may decide another name. */
const clearView = ({ senses: [sense, ...others] }: Spot) =>
  sense && others.length === 0 && sense.worth >= THRESHOLD ? [sense.view] : []
