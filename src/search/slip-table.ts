/**
 * The slips between a query and a word that is read letter by letter: a letter wrong, missing, too many, or two
 * neighbours swapped (optimal string alignment: Damerau 1964, without overlapping swaps). A row of the table stands for
 * the letters read so far, so that words which begin alike share their rows. Only the cells within `most` of the
 * diagonal are filled: all others are further away (Ukkonen 1985).
 */
export class SlipTable {
  readonly query: string
  /** Slips beyond this are not counted. */
  readonly most: number
  readonly #width: number
  readonly #cells: Uint8Array
  readonly #least: Uint8Array
  readonly #fewest: Uint8Array

  constructor(query: string, most: number) {
    this.query = query
    this.most = most
    this.#width = query.length + 1
    const rows = query.length + most + 2
    // What is not filled is too far away.
    this.#cells = new Uint8Array(rows * this.#width).fill(most + 1)
    for (let typed = 0; typed <= Math.min(most, query.length); typed++) this.#cells[typed] = typed
    this.#least = new Uint8Array(rows)
    this.#fewest = new Uint8Array(rows).fill(Math.min(query.length, most + 1))
  }

  /** Takes the letter at `depth` (from 1), after the letter `before` it; all letters before have been taken. */
  take(depth: number, letter: number, before: number): void {
    const { query, most } = this
    const cells = this.#cells
    const row = depth * this.#width
    const last = row - this.#width
    const from = Math.max(1, depth - most)
    const to = Math.min(query.length, depth + most)
    let least = Math.min(depth, most + 1)
    if (from === 1) cells[row] = least
    for (let typed = from; typed <= to; typed++) {
      const wanted = query.charCodeAt(typed - 1)
      let cost = (cells[last + typed - 1] as number) + (wanted === letter ? 0 : 1)
      cost = Math.min(cost, (cells[last + typed] as number) + 1, (cells[row + typed - 1] as number) + 1)
      if (typed > 1 && depth > 1 && wanted === before && query.charCodeAt(typed - 2) === letter)
        cost = Math.min(cost, (cells[last - this.#width + typed - 2] as number) + 1)
      cells[row + typed] = cost
      if (cost < least) least = cost
    }
    this.#least[depth] = least
    this.#fewest[depth] = Math.min(cells[row + query.length] as number, this.#fewest[depth - 1] as number)
  }

  /** The fewest slips between the first `depth` letters of the word and any beginning of the query: going on in the word does not get below. */
  least(depth: number): number {
    return this.#least[depth] as number
  }

  /** The fewest slips between the whole query and the first `depth` letters or a beginning of them: the reader may not have typed the rest yet. */
  fewest(depth: number): number {
    return this.#fewest[depth] as number
  }
}
