import type { Work } from './work.ts'

/** Main-thread milliseconds of one slice: half a frame at 60 Hz, so that scrolling stays smooth. */
const SLICE = 8

/** A pause ends after this many milliseconds even on a page that is never idle: marks late, but marks. */
const MAX_PAUSE = 200

/** The clock is read once in this many steps: a reading costs about as much as a step. */
const STEPS_PER_READING = 16

/** Divides work on the page's main thread into slices, and counts what it took. */
export interface Slices {
  /** Whether the slice is used up; to be asked after each small step. */
  readonly isOver: () => boolean
  /** Gives way to everything that the page has to do; a new slice starts afterwards. */
  readonly pause: () => Promise<void>
  /** Waits for what others do; a new slice starts afterwards. Rejects with the signal's reason once it has ended. */
  readonly outside: <T>(work: Promise<T>) => Promise<T>
  /** Starts a new slice without a pause. */
  readonly restart: () => void
  /** Ends the last slice; gives the milliseconds of work, without the waiting. */
  readonly end: () => number
}

/** Slices whose clock runs from now; each is added to the work when it ends. */
export function createSlices(signal: AbortSignal, work: Work): Slices {
  let resumed = performance.now()
  let started = resumed
  let before = 0
  let steps = 0

  const rest = (): void => {
    const stretch = performance.now() - resumed
    before += stretch
    work.add(stretch)
  }
  const outside = async <T>(work: Promise<T>): Promise<T> => {
    rest()
    const result = await work
    resumed = performance.now()
    started = resumed
    signal.throwIfAborted()
    return result
  }

  return {
    isOver: () => ++steps % STEPS_PER_READING === 0 && performance.now() - started >= SLICE,
    pause: () => outside(whenIdle()),
    outside,
    restart: () => {
      started = performance.now()
    },
    end: () => {
      rest()
      return before
    },
  }
}

/**
 * A background task, not an idle callback: between two of those both browsers let some 45 milliseconds
 * pass even where nothing else is to be done.
 */
const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, MAX_PAUSE)
    void scheduler.postTask(() => resolve(), { priority: 'background' })
  })
