import type { MakeIndexes } from '../indexing/index-maker.ts'
import type { IndexSource } from '../indexing/make-indexes.ts'
import { findSearchIndex } from '../indexing/stored-search-index.ts'
import type { BundleInfo } from '../model/lookup.ts'
import type { Preparation } from '../model/preparation.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { IndexBuilds } from './index-builds.ts'
import { singleFlight } from './single-flight.ts'

/** So long whoever asks waits for the end, in milliseconds: then he hears how far it is. */
const ANSWER_WITHIN = 400

/** The one builder of the index of the search, in the background: everybody else waits for what it keeps. */
export interface SearchKeeper {
  /** Builds and keeps the index where there is none of the present generations; whoever asks meanwhile shares the run. */
  readonly keep: () => Promise<void>
  /** As `keep`, for whoever shows how far it is: answers at the end, or soon. */
  readonly prepare: () => Promise<Preparation>
  /** Whether there is one of the present generations. */
  readonly isPresent: () => Promise<boolean>
}

/** The keeper over what is installed; `builds` runs its builds after those of others. */
export function searchKeeper(source: IndexSource, builds: IndexBuilds, make: MakeIndexes): SearchKeeper {
  const { database, lookup } = source
  const isPresent = async () =>
    (await findSearchIndex(database, generationsKey(await lookup.bundles()))) !== undefined
  const keep = singleFlight(async () => {
    const entities = entitiesOf(await lookup.bundles())
    await builds.run('search', entities, async (tell) => {
      // Whoever came before may have built it, and for other generations than there were when this was asked.
      if (await isPresent()) return
      await make(source, { search: true }, entities, (report) => report.type !== 'names' && tell(report))
    })
  })
  const prepare = async (): Promise<Preparation> => {
    const kept = keep()
    // It goes on when nobody waits any more; whoever asks next hears of its failure.
    kept.catch(() => undefined)
    const isReady = await Promise.race([kept.then(() => true), later(ANSWER_WITHIN)])
    if (isReady) return { state: 'ready' }
    return { state: 'building', progress: builds.progress ?? { index: 'search', done: 0, total: 1 } }
  }
  return { keep, prepare, isPresent }
}

/** How many entities there are to be read. */
export const entitiesOf = (bundles: readonly Pick<BundleInfo, 'counts'>[]): number =>
  bundles.reduce((sum, { counts }) => sum + counts.entities, 0)

const later = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
