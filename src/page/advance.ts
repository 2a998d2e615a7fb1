/** The clock is read once in this many steps: a reading costs about as much as a small step. */
const STEPS_PER_READING = 8

/** Takes steps to the end, and gives the result; null where the time was over before: it may then be gone on with. */
export function advance<T>(steps: Generator<void, T>, isOver: () => boolean): T | null {
  for (let count = 1; ; count++) {
    const { done, value } = steps.next()
    if (done) return value
    if (count % STEPS_PER_READING === 0 && isOver()) return null
  }
}
