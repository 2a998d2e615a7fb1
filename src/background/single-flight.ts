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
  run(): Promise<T>
  /** What the run under way began with has changed since. */
  outdate(): void
  /** Nobody need run again for what has changed. */
  keep(): void
}

/** As `singleFlight`, for what is done with something that may grow meanwhile. */
export function freshFlight<T>(run: () => Promise<T>): FreshFlight<T> {
  let isOutdated = false
  const flight = singleFlight(() => {
    isOutdated = false
    return run()
  })
  return {
    run: async () => {
      const done = await flight()
      return isOutdated ? flight() : done
    },
    outdate: () => {
      isOutdated = true
    },
    keep: () => {
      isOutdated = false
    },
  }
}
