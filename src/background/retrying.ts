import { isConnectionLoss } from '../storage/storage-error.ts'

/** Milliseconds before each further try. */
const PAUSES = [0, 100, 500]

/** What trying again works with. */
export interface Retry {
  /** Lets go of the database, so that the next try opens it anew. */
  readonly forget: () => Promise<void>
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/**
 * Runs what reads the database, and again on a new connection where the old one is lost: browsers close databases
 * under an extension's hands (a full disk, a profile that is moved, a process that ended).
 */
export async function retrying<T>(run: () => Promise<T>, { forget, wait }: Retry): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await run()
    } catch (error) {
      if (!isConnectionLoss(error)) throw error
      await forget()
      await wait(pause)
    }
  }
  return run()
}
