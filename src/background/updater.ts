import type { UpdateOutcome } from '../model/update-outcome.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import type { SyncInput } from '../sync/sync-input.ts'
import { withResume } from './alarms.ts'
import { freshFlight } from './single-flight.ts'
import { updateAll } from './update.ts'

/** Runs updates, one at a time; whoever asks while one runs waits for the same, or for the next where that has more to fetch. */
export interface Updater {
  run(): Promise<readonly UpdateOutcome[]>
  /** A subscription was added: an update under way knows nothing of it. */
  added(): void
  /** Stops the update under way; what it had written is gone. */
  cancel(): void
}

/** What an updater works with. */
export interface UpdaterInput {
  /** Undefined where the database does not open. */
  readonly database: () => Promise<BackgrounderDatabase | undefined>
  readonly ended: (outcomes: readonly UpdateOutcome[]) => Promise<void>
  /** Lets go of the database, so that it is opened anew. */
  readonly forget: () => Promise<void>
  /** Told of each whole generation that comes in. */
  readonly follow: SyncInput['follow']
}

/** Makes the one updater of the background. */
export function createUpdater({ database, ended, forget, follow }: UpdaterInput): Updater {
  let stop = new AbortController()
  const attempt = async (signal: AbortSignal): Promise<readonly UpdateOutcome[]> => {
    const open = await database()
    // An update has nowhere to go where the database does not open; the packaged facts stay.
    return open ? updateAll(open, signal, follow) : [NO_STORAGE]
  }
  const flight = freshFlight(async () => {
    stop = new AbortController()
    const { signal } = stop
    const outcomes = await withResume(async () => {
      const first = await attempt(signal)
      if (signal.aborted || !first.some(lostStorage)) return first
      await forget()
      return attempt(signal)
    })
    await ended(outcomes)
    return outcomes
  })
  return {
    run: flight.run,
    added: flight.outdate,
    cancel: () => {
      flight.keep()
      stop.abort()
    },
  }
}

/** The connection may be all that was lost: the second attempt opens the database anew. */
const lostStorage = (outcome: UpdateOutcome): boolean =>
  outcome.outcome === 'failed' &&
  (outcome.code === 'storage-unavailable' || outcome.code === 'storage-failed')

const NO_STORAGE: UpdateOutcome = {
  outcome: 'failed',
  code: 'storage-unavailable',
  where: 'open',
  detail: 'the database did not open',
}
