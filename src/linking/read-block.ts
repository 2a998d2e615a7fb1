import { type Decision, type DecisionContext, decide, type RejectedSense } from './decide.ts'
import type { Discourse } from './discourse.ts'
import type { DecidedMention } from './mention-of.ts'
import { shortFormsIn } from './named-forms.ts'
import type { PageBlock } from './page-block.ts'
import { shortMention } from './short-mentions.ts'
import type { ShortPlace } from './short-place.ts'
import type { Spot, SpotPlace } from './spot.ts'
import { isMonth, isSomebodyElses } from './surnames.ts'
import { SUPPORT, titleBeforeName } from './titles-before-names.ts'
import type { EntityView } from './view.ts'

/** A name that was left alone, and why. */
export interface UnmarkedSpot {
  readonly spot: Spot
  readonly rejected: readonly RejectedSense[]
}

/** What reading a block came to. */
export interface ReadBlock {
  readonly mentions: readonly DecidedMention[]
  /** Empty where nobody asks why. */
  readonly unmarked: readonly UnmarkedSpot[]
}

/** Reads a block in its order; each mention may license later ones, here and in the blocks that follow. */
export function readBlock(
  block: PageBlock,
  spots: readonly Spot[],
  places: readonly ShortPlace[],
  context: DecisionContext,
): ReadBlock {
  const reading = new BlockReading(block, spots, context)
  let next = 0
  spots.forEach((spot, index) => {
    // A name goes before a generic form that begins where it does.
    for (; next < places.length && startOf(places[next] as ShortPlace) < spot.start; next += 1)
      reading.readPlace(places[next] as ShortPlace, index - 1)
    reading.readSpot(spot, index)
  })
  for (; next < places.length; next += 1) reading.readPlace(places[next] as ShortPlace, spots.length - 1)
  return reading
}

const startOf = ({ start, year }: ShortPlace): number => year?.start ?? start

class BlockReading implements ReadBlock {
  readonly mentions: DecidedMention[] = []
  readonly unmarked: UnmarkedSpot[] = []
  /** Where the last mention ends: nothing before it is read any more. */
  private end = 0
  private readonly block: PageBlock
  private readonly spots: readonly Spot[]
  private readonly context: DecisionContext

  constructor(block: PageBlock, spots: readonly Spot[], context: DecisionContext) {
    this.block = block
    this.spots = spots
    this.context = context
  }

  readSpot(spot: Spot, index: number): void {
    if (spot.start >= this.end) this.decideSpot(spot, { spots: this.spots, index })
  }

  /** `index` is that of the last spot that begins no later. */
  readPlace(short: ShortPlace, index: number): void {
    if (startOf(short) < this.end) return
    const found = shortMention(this.block, short, this.context, this.spots, this.spots[index + 1])
    if (found && found.decision.outcome !== 'silent')
      this.add(found.spot, found.decision, { spots: this.spots, index })
  }

  /** The spot itself, or where it means nothing here the shorter names inside it. */
  private decideSpot(spot: Spot, place: SpotPlace): void {
    const decision = decide(spot, place, this.context)
    if (decision.outcome !== 'silent') {
      if (decision.outcome === 'linked') this.addTitle(spot, decision.sense.view, place)
      this.add(spot, decision, place)
      return
    }
    if (this.context.isExplained) this.unmarked.push({ spot, rejected: decision.rejected })
    this.noteNamesakes(spot, decision.rejected)
    for (const inner of spot.inner) this.decideSpot(inner, place)
  }

  /** "Director-General Roberto Azevêdo": the name tells whose title stands before it. */
  private addTitle(name: Spot, person: EntityView, { spots, index }: SpotPlace): void {
    const title = person.kind === 'person' ? titleBeforeName(name, person, this.context) : undefined
    const [sense] = title?.senses ?? []
    if (!title || !sense || title.start < this.end) return
    const decision = { outcome: 'linked', sense, via: 'short', support: SUPPORT, rejected: [] } as const
    this.add(title, decision, { spots, index: index - 1 })
  }

  private noteNamesakes(spot: Spot, rejected: readonly RejectedSense[]): void {
    if (!rejected.some(({ sense }) => sense.kind === 'surname')) return
    if (isMonth(spot) || !isSomebodyElses(spot)) return
    for (const { sense } of rejected)
      if (sense.kind === 'surname') this.context.discourse.noteNamesake(sense.name)
  }

  private add(spot: Spot, decision: DecidedMention['decision'], place: SpotPlace): void {
    license(spot, decision, this.context)
    this.mentions.push({ spot, decision, place })
    this.end = spot.end
  }
}

/** A surname or a generic form says nothing new; a form with a year, and every name, licenses shorter ones. */
function license(spot: Spot, decision: Decision, { discourse }: DecisionContext): void {
  if (decision.outcome !== 'linked' || decision.sense.kind === 'surname') return
  if (decision.sense.view.position) discourse.titles.settle(decision.sense.view)
  if (decision.sense.worth === 0 && decision.via !== 'version') return
  // "SCO Secretary-General" names the organisation as well, so that "the Organisation" may follow.
  const { view } = decision.sense
  for (const inner of spot.inner) licenseWithin(inner, view, discourse, () => shortFormsIn(spot, view))
  discourse.note(spot, decision.sense)
}

function licenseWithin(
  spot: Spot,
  whole: EntityView,
  discourse: Discourse,
  taken: () => ReadonlySet<string>,
): void {
  for (const sense of spot.senses)
    if (isOrganisationOf(sense.view, whole)) discourse.note({ ...spot, senses: [sense] }, sense, taken)
  for (const inner of spot.inner) licenseWithin(inner, whole, discourse, taken)
}

const isOrganisationOf = (view: EntityView, whole: EntityView): boolean =>
  view.kind === 'organization' && (whole.related.has(view.key) || view.related.has(whole.key))
