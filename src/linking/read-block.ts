import { type Decision, type DecisionContext, decide, type RejectedSense } from './decide.ts'
import type { DecidedMention } from './mention-of.ts'
import type { PageBlock } from './page-block.ts'
import { shortMention } from './short-mentions.ts'
import { type ShortPlace, shortPlaces } from './short-places.ts'
import type { Spot, SpotPlace } from './spot.ts'
import { isMonth, isSomebodyElses } from './surnames.ts'
import type { EntityView } from './view.ts'

/** Something of a block that may turn out to be a mention. */
type Item =
  | { readonly kind: 'spot'; readonly start: number; readonly spot: Spot; readonly index: number }
  | { readonly kind: 'place'; readonly start: number; readonly place: ShortPlace; readonly index: number }

/** A name that was left alone, and why. */
export interface UnmarkedSpot {
  readonly spot: Spot
  readonly rejected: readonly RejectedSense[]
}

/** What reading a block came to. */
export interface ReadBlock {
  readonly mentions: readonly DecidedMention[]
  readonly unmarked: readonly UnmarkedSpot[]
}

/** Reads a block in its order; each mention may license later ones, here and in the blocks that follow. */
export function readBlock(block: PageBlock, spots: readonly Spot[], context: DecisionContext): ReadBlock {
  const mentions: DecidedMention[] = []
  const unmarked: UnmarkedSpot[] = []
  for (const item of itemsOf(block, spots)) {
    if (item.start < (mentions.at(-1)?.spot.end ?? 0)) continue
    const place = { spots, index: item.index }
    const found =
      item.kind === 'spot'
        ? fromSpot(item.spot, place, context, unmarked)
        : fromPlace(block, item.place, place, context)
    for (const { spot, decision } of found) {
      license(spot, decision, context)
      mentions.push({ spot, decision, place })
    }
  }
  return { mentions, unmarked }
}

/** In reading order; a name goes before a generic form that begins where it does. */
function itemsOf(block: PageBlock, spots: readonly Spot[]): Item[] {
  const named = spots.map((spot, index): Item => ({ kind: 'spot', start: spot.start, spot, index }))
  let index = -1
  const generic = shortPlaces(block).map((place): Item => {
    const start = place.year?.start ?? place.start
    while ((spots[index + 1]?.start ?? Infinity) <= start) index += 1
    return { kind: 'place', start, place, index }
  })
  return [...named, ...generic].sort((a, b) => a.start - b.start)
}

type Found = Pick<DecidedMention, 'spot' | 'decision'>

/** The spot itself, or where it means nothing here the shorter names inside it. */
function fromSpot(spot: Spot, place: SpotPlace, context: DecisionContext, unmarked: UnmarkedSpot[]): Found[] {
  const decision = decide(spot, place, context)
  if (decision.outcome !== 'silent') return [{ spot, decision }]
  unmarked.push({ spot, rejected: decision.rejected })
  for (const { sense } of decision.rejected)
    if (sense.kind === 'surname' && isSomebodyElses(spot) && !isMonth(spot))
      context.discourse.noteNamesake(sense.name)
  return spot.inner.flatMap((each) => fromSpot(each, place, context, unmarked))
}

function fromPlace(block: PageBlock, short: ShortPlace, place: SpotPlace, context: DecisionContext): Found[] {
  const found = shortMention(block, short, context, place.spots[place.index + 1])
  return found && found.decision.outcome !== 'silent' ? [{ spot: found.spot, decision: found.decision }] : []
}

/** A surname or a generic form says nothing new; a form with a year, and every name, licenses shorter ones. */
function license(spot: Spot, decision: Decision, { discourse }: DecisionContext): void {
  if (decision.outcome !== 'linked' || decision.sense.kind === 'surname') return
  if (decision.sense.worth === 0 && decision.via !== 'version') return
  // "SCO Secretary-General" names the organisation as well, so that "the Organisation" may follow.
  for (const inner of insideOf(spot))
    for (const sense of inner.senses)
      if (isOrganisationOf(sense.view, decision.sense.view))
        discourse.note({ ...inner, senses: [sense] }, sense)
  discourse.note(spot, decision.sense)
}

const insideOf = ({ inner }: Spot): Spot[] => inner.flatMap((each) => [each, ...insideOf(each)])

const isOrganisationOf = (view: EntityView, whole: EntityView): boolean =>
  view.kind === 'organization' && (whole.related.has(view.key) || view.related.has(whole.key))
