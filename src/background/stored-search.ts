import type { Lookup } from '../model/lookup.ts'
import { SearchIndexBuilder } from '../search/build-search-index.ts'
import { openSearch, type SearchNames } from '../search/open-search.ts'
import { searchHits } from '../search/search-hits.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { loadIndex, saveIndex } from '../storage/index-buffers.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'

/** A look-up whose search works on an index that is kept, so that a popup need not build one at its first keystroke. */
export interface StoredSearch {
  readonly lookup: Lookup & SnapshotSource
  /** Builds and keeps the index where there is none of these generations. */
  readonly prepare: () => Promise<void>
}

/** Puts the stored search in front of a look-up over the same database. */
export function withStoredSearch(
  database: BackgrounderDatabase,
  lookup: Lookup & SnapshotSource,
): StoredSearch {
  let current: { readonly key: string; readonly names: Promise<SearchNames> } | undefined
  const namesOf = async (): Promise<SearchNames> => {
    const key = generationsKey(await lookup.bundles())
    if (current?.key !== key) current = { key, names: openOrBuild(database, lookup, key) }
    // A failure is not kept: the next keystroke tries again.
    current.names.catch(() => {
      current = undefined
    })
    return current.names
  }
  return {
    prepare: async () => void (await namesOf()),
    lookup: {
      entities: (refs) => lookup.entities(refs),
      bundles: () => lookup.bundles(),
      snapshot: () => lookup.snapshot(),
      read: (take, startAnew) => lookup.read(take, startAnew),
      search: async (query, limit) => {
        const names = (await namesOf())(query, limit)
        return searchHits(names, await lookup.entities(names.map(({ ref }) => ref)))
      },
    },
  }
}

/** The part of a key that tells this index from the one of names, which is kept for the same generations. */
const OF_SEARCH = '#search'

async function openOrBuild(
  database: BackgrounderDatabase,
  lookup: SnapshotSource,
  key: string,
): Promise<SearchNames> {
  const stored = await loadIndex(database, key + OF_SEARCH)
  const opened = stored.ok && stored.value ? openSearch(stored.value) : undefined
  return opened ?? build(database, lookup)
}

async function build(database: BackgrounderDatabase, lookup: SnapshotSource): Promise<SearchNames> {
  let builder = new SearchIndexBuilder()
  const { key } = await lookup.read(
    (found) => {
      for (const entity of found) builder.add(entity)
    },
    () => {
      builder = new SearchIndexBuilder()
    },
  )
  const buffer = builder.finish()
  const saved = await saveIndex(database, key + OF_SEARCH, buffer)
  // Not kept is not lost: it is built again at the next opening.
  if (!saved.ok) console.warn(saved.error)
  const names = openSearch(buffer)
  if (!names) throw new Error('a search index just built does not open')
  return names
}
