import { pause } from '../bundle/pause.ts'
import type { BundleInfo } from '../model/lookup.ts'
import type { Preparation } from '../model/preparation.ts'
import { SearchIndexBuilder } from '../search/build-search-index.ts'
import { HEADER_BYTES, sizeToldBy } from '../search/search-format.ts'
import { blobOfPieces } from '../storage/blob-of-pieces.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { headOfIndex, saveIndex } from '../storage/index-buffers.ts'
import type { NamedEntity } from '../storage/named-entity.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'
import { SEARCH_KIND } from './held-search.ts'
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
  /** An index that grows while everything is read for that of names; undefined where there is one already. */
  readonly begin: () => Promise<GrowingSearch | undefined>
}

/** A search index that grows while everything is read for another one. */
export interface GrowingSearch {
  add(entities: readonly NamedEntity[]): void
  /** What was read is of no use: it has changed meanwhile. */
  restart(): void
  /** Keeps it for a set of generations. */
  keep(key: string): Promise<void>
}

/** What a lookup must tell of itself for its index to be built. */
type Source = SnapshotSource & { bundles(): Promise<readonly BundleInfo[]> }

/** The keeper over a database and what is installed in it; `builds` runs its builds after those of others. */
export function searchKeeper(
  database: BackgrounderDatabase,
  source: Source,
  builds: IndexBuilds,
): SearchKeeper {
  const isPresent = async () => isKept(database, generationsKey(await source.bundles()))
  const keep = singleFlight(async () => {
    const bundles = await source.bundles()
    await builds.run('search', entitiesOf(bundles), async (teller) => {
      // Whoever came before may have built it, and for other generations than there were when this was asked.
      if (await isPresent()) return
      const index = growing(database)
      const { key } = await source.read(
        (found) => {
          index.add(found)
          teller.read(found.length)
        },
        () => {
          index.restart()
          teller.restart()
        },
      )
      await index.keep(key)
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
  return { keep, prepare, begin: async () => ((await isPresent()) ? undefined : growing(database)) }
}

/** How many entities there are to be read. */
export const entitiesOf = (bundles: readonly BundleInfo[]): number =>
  bundles.reduce((sum, { counts }) => sum + counts.entities, 0)

/** Whether there is an index for some generations that is of this version and whole. */
async function isKept(database: BackgrounderDatabase, generations: string): Promise<boolean> {
  const head = await headOfIndex(database, generations + SEARCH_KIND, HEADER_BYTES)
  return head.ok && head.value !== undefined && head.value.size === sizeToldBy(head.value.bytes)
}

function growing(database: BackgrounderDatabase): GrowingSearch {
  let builder = new SearchIndexBuilder()
  return {
    add: (entities) => {
      for (const entity of entities) builder.add(entity)
    },
    restart: () => {
      builder = new SearchIndexBuilder()
    },
    keep: async (key) => {
      const blob = await blobOfPieces(builder.finish(), pause)
      const saved = await saveIndex(database, key + SEARCH_KIND, blob)
      if (!saved.ok) throw new Error(`the index of the search is not kept: ${saved.error.detail}`)
    },
  }
}

const later = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
