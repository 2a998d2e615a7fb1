import { SEARCH_KIND } from '../indexing/index-keys.ts'
import type { Lookup, SearchAnswer } from '../model/lookup.ts'
import type { BuildProgress, Preparation } from '../model/preparation.ts'
import { openSearch, type SearchNames } from '../search/open-search.ts'
import { searchHits } from '../search/search-hits.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { latestOfKind, loadIndex } from '../storage/index-buffers.ts'

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
  let current: { readonly key: string; readonly names: SearchNames } | undefined
  let loading: { readonly key: string; readonly names: Promise<SearchNames | undefined> } | undefined
  let before: Promise<SearchNames | undefined> | undefined
  const opened = async (key: string): Promise<SearchNames | undefined> => {
    if (current?.key === key) return current.names
    // Who types on while it is loaded waits for the same.
    if (loading?.key !== key) loading = { key, names: openStored(database, key) }
    const names = await loading.names
    loading = undefined
    if (!names) return undefined
    current = { key, names }
    // A million entities are a hundred megabytes: what was searched before is let go.
    before = undefined
    return names
  }
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
    const names = await opened(key)
    if (names) return answered(names, asked)
    const preparation = await prepare()
    if (preparation.state === 'ready') return answered(await openedForSure(opened, key), asked)
    before ??= current ? Promise.resolve(current.names) : openLatest(database)
    return answered(await before, asked, preparation.progress)
  }
}

async function openedForSure(
  opened: (key: string) => Promise<SearchNames | undefined>,
  key: string,
): Promise<SearchNames> {
  const names = await opened(key)
  if (!names) throw new Error('the index of the search was built and does not open')
  return names
}

async function openStored(database: BackgrounderDatabase, key: string): Promise<SearchNames | undefined> {
  const stored = await loadIndex(database, key + SEARCH_KIND)
  return stored.ok && stored.value ? openSearch(stored.value) : undefined
}

async function openLatest(database: BackgrounderDatabase): Promise<SearchNames | undefined> {
  const stored = await latestOfKind(database, SEARCH_KIND)
  return stored.ok && stored.value ? openSearch(stored.value) : undefined
}
