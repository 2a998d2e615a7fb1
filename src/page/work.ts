/** Main-thread milliseconds that were spent on a page: all, and the longest stretch without giving way. */
export interface Spent {
  readonly total: number
  readonly longest: number
}

/** Counts the work on one page. */
export interface Work {
  /** Adds one stretch of work (milliseconds). */
  readonly add: (stretch: number) => void
  readonly spent: () => Spent
}

/** No work so far. */
export function createWork(): Work {
  let total = 0
  let longest = 0
  return {
    add: (stretch) => {
      total += stretch
      longest = Math.max(longest, stretch)
    },
    spent: () => ({ total, longest }),
  }
}
