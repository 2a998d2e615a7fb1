/**
 * Inserts items into a sorted list, each by halves. Items that come in order, as those of a first reading
 * do, cost one comparison each; comparing two nodes takes a browser the longer the farther they are apart.
 */
export function insertInOrder<T>(sorted: T[], items: readonly T[], compare: (a: T, b: T) => number): void {
  for (const item of items) {
    const last = sorted.at(-1)
    if (last === undefined || compare(last, item) <= 0) sorted.push(item)
    else sorted.splice(placeOf(sorted, item, compare), 0, item)
  }
}

/** The number of items that stand before this one, or beside it. */
function placeOf<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
