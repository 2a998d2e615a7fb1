/** Long enough for a browser on a busy machine: a wait ends at its condition, and only a failure takes so long. */
const PATIENCE_MS = 30_000
const PAUSE_MS = 50

/**
 * Asks again and again until an answer is neither undefined, null nor false, and gives that answer.
 * Throws where none comes in time; the error says what was waited for and the last failure, if any.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  patience = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patience
  let failure: unknown
  while (performance.now() < end) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false) return answer
      failure = undefined
    } catch (error) {
      failure = error
    }
    await pause(PAUSE_MS)
  }
  throw new Error(`Waited ${patience} ms in vain: ${what}`, { cause: failure })
}

/** Resolves after some milliseconds: for the few places where nothing is to happen, so that nothing can be waited for. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The same function, run at the first call only. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
