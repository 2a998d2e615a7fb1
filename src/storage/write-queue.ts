/**
 * Writes that wait while one is under way. The transaction that is written need not be waited for by whoever makes the
 * next one, nor by whoever reads: a reader that asks meanwhile comes before the next, which does not stand in line yet.
 */
const MOST_WAITING = 2

/** Transactions one after the other. Where one fails none after it is begun. */
export class WriteQueue {
  #last: Promise<void> = Promise.resolve()
  readonly #pending: Promise<void>[] = []

  /**
   * Takes a write in, as soon as there is room for it; rejects where one before it has failed. Whether it comes to its end
   * the next call tells, or `settled`.
   */
  async add(write: () => PromiseLike<void>): Promise<void> {
    if (this.#pending.length > MOST_WAITING) await this.#pending[0]
    const writing = this.#last.then(write)
    this.#last = writing
    this.#pending.push(writing)
    // One that failed stays: whoever adds or waits is told.
    writing.then(
      () => void this.#pending.shift(),
      () => undefined,
    )
  }

  /** Waits for all writes. */
  settled(): Promise<void> {
    return this.#last
  }
}
