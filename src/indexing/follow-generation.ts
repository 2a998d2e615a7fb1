import type { BundleId } from '../model/ids.ts'
import type { BundleInfo } from '../model/lookup.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import { namedEntity } from '../storage/named-entity.ts'
import { GrowingIndexes } from './growing-indexes.ts'
import type { UpcomingGeneration, WantedIndexes } from './index-request.ts'
import { finishedNames, keepNames, keepSearch } from './keep-indexes.ts'
import { type IndexSource, intoIndexes, namesOfAll, type Tell } from './make-indexes.ts'

const decoder = new TextDecoder()

/** A generation whose indexes are made while it comes in. */
export interface FollowedGeneration {
  /** Takes the next whole lines, whose records have been verified. */
  lines(bytes: Uint8Array): void
  /** After the last line: what stands behind the bundle is read, and the indexes are finished; nothing is kept yet. */
  complete(): Promise<void>
  /** Keeps them, now that the generation is shown. Throws where something else is shown as well. */
  keep(): Promise<void>
}

/**
 * Makes the indexes of what will be shown once a generation is: the bundles before it are read from the database, its own
 * records as they come, those after it at the end. Nothing of a generation that is refused is ever kept.
 */
export async function followGeneration(
  { database, lookup }: IndexSource,
  wanted: WantedIndexes,
  upcoming: UpcomingGeneration,
  tell: Tell,
): Promise<FollowedGeneration> {
  const shown = await lookup.bundles()
  const [before, after] = around(shown, upcoming.bundle)
  const others = [...before, ...after]
  const indexes = new GrowingIndexes(wanted, namesOfAll(others) + upcoming.names)
  const take = intoIndexes(indexes, tell)
  const read = async (bundles: readonly BundleInfo[]) => {
    if (bundles.length > 0)
      await lookup.read(take, changedMeanwhile, new Set(bundles.map(({ bundle }) => bundle)))
  }
  await read(before)
  let finished: { names?: Blob | undefined; search?: Blob | undefined } = {}
  return {
    lines: (bytes) => {
      const lines = decoder.decode(bytes).split('\n')
      // Behind the last end of a line there is nothing.
      lines.pop()
      take(lines.map((line) => namedEntity(upcoming.bundle, line)))
    },
    complete: async () => {
      await read(after)
      finished = { names: (await finishedNames(indexes))?.blob, search: await indexes.search() }
    },
    keep: async () => {
      const key = generationsKey(await lookup.bundles())
      if (key !== generationsKey([...before, upcoming, ...after])) changedMeanwhile()
      if (finished.names && wanted.names) await keepNames(database, key, wanted.names, finished.names)
      if (finished.search) await keepSearch(database, key, finished.search)
    },
  }
}

/** The bundles that come before one in the reader's order, and those after it; a new one comes last. */
function around(
  shown: readonly BundleInfo[],
  bundle: BundleId,
): [before: readonly BundleInfo[], after: readonly BundleInfo[]] {
  const place = shown.findIndex((each) => each.bundle === bundle)
  return place < 0 ? [shown, []] : [shown.slice(0, place), shown.slice(place + 1)]
}

function changedMeanwhile(): never {
  throw new Error('what is installed has changed meanwhile')
}
