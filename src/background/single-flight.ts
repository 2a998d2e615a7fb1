/** A function whose calls share the run that is under way, if there is one. */
export function singleFlight<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
}

/** A run that is shared, and may be out of date before it has ended. */
export interface FreshFlight<T> {
  /** Shares the run under way; where that is out of date, the one after it. */
  readonly run: () => Promise<T>
  /** What the run under way began with has changed since. */
  readonly outdate: () => void
  /** Nobody need run again for what has changed. */
  readonly keep: () => void
}

/** As `singleFlight`, for what is done with something that may grow meanwhile. */
export function freshFlight<T>(run: () => Promise<T>): FreshFlight<T> {
  /** Changes so far, and those that the run under way knows of. */
  let [changes, known] = [0, 0]
  const flight = singleFlight(async () => {
    known = changes
    return { knew: known, value: await run() }
  })
  return {
    run: async () => {
      const { knew, value } = await flight()
      return knew < changes ? (await flight()).value : value
    },
    outdate: () => {
      changes += 1
    },
    keep: () => {
      changes = known
    },
  }
}
