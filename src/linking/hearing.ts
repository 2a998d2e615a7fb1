import type { Sense, Spot, SpotPlace } from './spot.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The spots of a page as evidence: without the senses that the words around them rule out; where none is left, what
 * lies inside. The same names mean the same on the whole page and share their senses, so that of each such list one
 * spot is given, the last, in the order in which they first occur.
 */
export function heardOn(blocks: readonly (readonly Spot[])[], surroundings: Surroundings): Spot[] {
  const hearing = new Hearing(surroundings)
  for (const spots of blocks)
    for (let index = 0; index < spots.length; index += 1) hearing.hear(spots[index] as Spot, spots, index)
  return hearing.heard()
}

class Hearing {
  private readonly surroundings: Surroundings
  private readonly numbers = new Map<readonly Sense[], number>()
  private readonly spots: Spot[] = []
  /** Where each stands as long as what lies inside it has not been heard. */
  private readonly places: (SpotPlace | undefined)[] = []

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
  }

  hear(spot: Spot, spots: readonly Spot[], index: number): void {
    if (saysNothing(spot)) return
    const place = { spots, index }
    const against = this.surroundings.against(spot, place)
    if (against.size === 0) this.keep(spot, place)
    else for (const heard of this.filtered(spot, place)) this.keep(heard, undefined)
  }

  /** What was heard, with what lies inside heard too. */
  heard(): Spot[] {
    return this.spots.map((spot, at) => {
      const place = this.places[at]
      return place ? this.whole(spot, place) : spot
    })
  }

  private keep(spot: Spot, place: SpotPlace | undefined): void {
    const known = this.numbers.get(spot.senses)
    const number = known ?? this.spots.length
    if (known === undefined) this.numbers.set(spot.senses, number)
    this.spots[number] = spot
    this.places[number] = place
  }

  /** A spot inside another one, as evidence. */
  private inner(spot: Spot, place: SpotPlace): readonly Spot[] {
    if (saysNothing(spot)) return NONE
    return this.surroundings.against(spot, place).size === 0
      ? [this.whole(spot, place)]
      : this.filtered(spot, place)
  }

  private whole(spot: Spot, place: SpotPlace): Spot {
    if (spot.inner.length === 0) return spot
    const { block, start, end, senses } = spot
    return { block, start, end, senses, inner: spot.inner.flatMap((each) => this.inner(each, place)) }
  }

  private filtered(spot: Spot, place: SpotPlace): readonly Spot[] {
    const against = this.surroundings.against(spot, place)
    const inner = spot.inner.flatMap((each) => this.inner(each, place))
    const senses = spot.senses.filter((sense) => !against.has(sense))
    const { block, start, end } = spot
    return senses.length > 0 ? [{ block, start, end, senses, inner }] : inner
  }
}

const NONE: readonly Spot[] = []

/** A surname alone is no evidence, so it need not be asked whose it is. */
const saysNothing = ({ senses, inner }: Spot): boolean =>
  senses.every(({ kind }) => kind === 'surname') && inner.length === 0
