import { whenLaidOut } from './after-layout.ts'
import type { Work } from './work.ts'

/** Main-thread milliseconds after which a slice ends: with the step it ends with, half a frame at 60 Hz, so that scrolling stays smooth. */
const SLICE = 6

/** The clock is read once in this many steps: a reading costs about as much as a step. */
const STEPS_PER_READING = 16

/** Divides work on the page's main thread into slices, and counts what it took. */
export interface Slices {
  /** Whether the slice is used up; to be asked after each small step, or after a larger one that counts as several. */
  readonly isOver: (steps?: number) => boolean
  /** Gives way to everything that the page has to do until its next frame; a new slice starts afterwards. */
  readonly pause: () => Promise<void>
  /** Waits for what others do; a new slice starts afterwards. Rejects with the signal's reason once it has ended. */
  readonly outside: <T>(work: Promise<T>) => Promise<T>
  /** Starts a new slice without a pause. */
  readonly restart: () => void
  /** Ends the last slice; gives the milliseconds of work, without the waiting. */
  readonly end: () => number
}

/** Slices whose clock runs from now; each is added to the work when it ends. */
export function createSlices(document: Document, signal: AbortSignal, work: Work): Slices {
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
    isOver: (taken = 1) => {
      steps += taken
      if (steps < STEPS_PER_READING) return false
      steps = 0
      return performance.now() - started >= SLICE
    },
    pause: () => outside(whenLaidOut(document, signal)),
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
