/** Numbers that look random and are the same every time. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number
  pick<T>(from: readonly T[]): T
}

/** The numbers of a seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const below = (limit: number): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * limit)
  }
  return { below, pick: (from) => from[below(from.length)] as never }
}

/** Draws ranks from 0 to `size` - 1 by Zipf's law, as words recur in language. */
export function zipf(size: number): (random: Random) => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7)
    sums[rank] = sum
  }
  return (random) => lowerBound(sums, (random.below(2 ** 31) / 2 ** 31) * sum)
}

function lowerBound(sums: Float64Array, wanted: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sums[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
