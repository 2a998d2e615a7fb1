/** A name that fits, and how well; greater is better. */
export interface RankedName {
  readonly name: number
  readonly score: number
}

/** A ranked name and the entity that bears it. */
interface Ranked extends RankedName {
  readonly entity: number
}

/** The best names offered so far, at most `limit`, one of each entity; few enough that a list in order is quickest. */
export class BestNames {
  readonly #limit: number
  readonly #best: Ranked[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** What scores less than this is of no use any more. */
  get least(): number {
    return this.#best.length < this.#limit ? 0 : (this.#best[this.#limit - 1] as Ranked).score
  }

  offer(entity: number, name: number, score: number): void {
    const offered = { entity, name, score }
    if (this.#best.length === this.#limit && !isBetter(offered, this.#best[this.#limit - 1] as Ranked)) return
    const known = this.#best.findIndex((each) => each.entity === entity)
    if (known >= 0) {
      if (!isBetter(offered, this.#best[known] as Ranked)) return
      this.#best.splice(known, 1)
    } else if (this.#best.length === this.#limit) this.#best.pop()
    const place = this.#best.findIndex((each) => isBetter(offered, each))
    this.#best.splice(place < 0 ? this.#best.length : place, 0, offered)
  }

  /** The best first. */
  inOrder(): readonly RankedName[] {
    return this.#best
  }
}

/** Of equal scores the name that came first in the bundles: the reader's order. */
const isBetter = (a: Ranked, b: Ranked): boolean =>
  a.score > b.score || (a.score === b.score && a.name < b.name)
