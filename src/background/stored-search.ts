import type { Lookup, SearchAnswer } from '../model/lookup.ts'
import type { BuildProgress, Preparation } from '../model/preparation.ts'
import type { SearchNames } from '../search/open-search.ts'
import { searchHits } from '../search/search-hits.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { HeldSearch } from './held-search.ts'

/** Has the index of the search built where there is none; answers soon, at the end or with how far it is. */
export type Prepare = () => Promise<Preparation>

/**
 * The search of a look-up, on the index that the background keeps: nobody else builds one, for an index of a million
 * entities takes minutes and hundreds of megabytes. While it is built the one of the generations before serves, where
 * there is one.
 */
export function storedSearch(
  database: BackgrounderDatabase,
  lookup: Pick<Lookup, 'bundles' | 'entities'>,
  prepare: Prepare,
): Lookup['search'] {
  const held = new HeldSearch(database)
  const answered = async (
    names: SearchNames | undefined,
    [query, limit]: Parameters<Lookup['search']>,
    preparing?: BuildProgress,
  ): Promise<SearchAnswer> => {
    const found = names?.(query, limit) ?? []
    const hits = searchHits(found, await lookup.entities(found.map(({ ref }) => ref)))
    return { hits, ...(preparing && { preparing }) }
  }
  return async (...asked) => {
    const key = generationsKey(await lookup.bundles())
    const names = await held.of(key)
    if (names) return answered(names, asked)
    const preparation = await prepare()
    if (preparation.state !== 'ready') return answered(await held.latest(), asked, preparation.progress)
    const built = await held.of(key)
    if (!built) throw new Error('the index of the search was built and does not open')
    return answered(built, asked)
  }
}
