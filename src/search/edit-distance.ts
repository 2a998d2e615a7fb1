/**
 * Whether `word`, or a beginning of it, is at most `most` slips away from `query`: a letter wrong, missing, too
 * many, or two neighbours swapped (optimal string alignment: Damerau 1964, without overlapping swaps). Gives
 * the number of slips, or `most + 1` where there are more. `most` is 1 or 2.
 */
export function slips(query: string, word: string, most: number): number {
  const height = query.length
  const width = Math.min(word.length, height + most)
  if (width < height - most) return most + 1
  let before = ROWS[0] as Uint8Array
  let last = ROWS[1] as Uint8Array
  let row = ROWS[2] as Uint8Array
  for (let x = 0; x <= width; x++) last[x] = x
  for (let y = 1; y <= height; y++) {
    row[0] = y
    let least = y
    for (let x = 1; x <= width; x++) {
      const same = query.charCodeAt(y - 1) === word.charCodeAt(x - 1) ? 0 : 1
      let cost = Math.min(at(last, x) + 1, at(row, x - 1) + 1, at(last, x - 1) + same)
      const swapped =
        y > 1 &&
        x > 1 &&
        query.charCodeAt(y - 1) === word.charCodeAt(x - 2) &&
        query.charCodeAt(y - 2) === word.charCodeAt(x - 1)
      if (swapped) cost = Math.min(cost, at(before, x - 2) + 1)
      row[x] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  // A beginning of the word counts: the reader may not have typed the rest yet.
  let best = most + 1
  for (let x = Math.max(0, height - most); x <= width; x++) best = Math.min(best, at(last, x))
  return best
}

/** A name is at most 200 units long (docs/contracts.md); a query is cut to that. Reused: one search at a time. */
const ROWS = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)]

const at = (row: Uint8Array, index: number): number => row[index] as number
