import { pause } from '../bundle/pause.ts'
import type { Lookup } from '../model/lookup.ts'
import { SearchIndexBuilder } from '../search/build-search-index.ts'
import { openSearch, type SearchNames } from '../search/open-search.ts'
import { searchHits } from '../search/search-hits.ts'
import { blobOfPieces } from '../storage/blob-of-pieces.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { isKept, loadIndex, saveIndex } from '../storage/index-buffers.ts'
import type { NamedEntity } from '../storage/named-entity.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'

/** A look-up whose search works on an index that is kept, so that a popup need not build one at its first keystroke. */
export interface StoredSearch {
  readonly lookup: Lookup & SnapshotSource
  /** Builds and keeps the index where there is none of these generations. */
  readonly prepare: () => Promise<void>
  /** The same, while somebody else reads everything. */
  readonly begin: () => GrowingSearch
}

/** A search index that grows while everything is read for another one. */
export interface GrowingSearch {
  add(entities: readonly NamedEntity[]): void
  /** What was read is of no use: it has changed meanwhile. */
  restart(): void
  /** Keeps it for a set of generations. */
  keep(key: string): Promise<unknown>
}

/** Puts the stored search in front of a look-up over the same database. */
export function withStoredSearch(
  database: BackgrounderDatabase,
  lookup: Lookup & SnapshotSource,
): StoredSearch {
  let current: { readonly key: string; readonly names: Promise<SearchNames> } | undefined
  /** An index that is being kept: whoever searches meanwhile waits for it rather than build another. */
  let keeping: Promise<unknown> = Promise.resolve()
  const namesOf = async (): Promise<SearchNames> => {
    const key = generationsKey(await lookup.bundles())
    if (current?.key !== key) current = { key, names: keeping.then(() => openOrBuild(database, lookup, key)) }
    // A failure is not kept: the next keystroke tries again.
    current.names.catch(() => {
      current = undefined
    })
    return current.names
  }
  return {
    prepare: async () => {
      const key = generationsKey(await lookup.bundles())
      if (await isKept(database, key + OF_SEARCH)) return
      const built = build(database, lookup)
      keeping = built.catch(() => undefined)
      await built
    },
    begin: () => {
      const index = growing(database)
      const keep = (key: string) => {
        const kept = index.keep(key)
        keeping = kept.catch(() => undefined)
        return kept
      }
      return { ...index, keep }
    },
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
  if (opened) return opened
  const names = openSearch(await (await build(database, lookup)).arrayBuffer())
  if (!names) throw new Error('a search index just built does not open')
  return names
}

/** Builds the index and keeps it; it is not opened: the background itself seldom searches. */
async function build(database: BackgrounderDatabase, lookup: SnapshotSource): Promise<Blob> {
  const index = growing(database)
  const { key } = await lookup.read(index.add, index.restart)
  return index.keep(key)
}

function growing(database: BackgrounderDatabase) {
  let builder = new SearchIndexBuilder()
  return {
    add: (entities: readonly NamedEntity[]) => {
      for (const entity of entities) builder.add(entity)
    },
    restart: () => {
      builder = new SearchIndexBuilder()
    },
    keep: async (key: string): Promise<Blob> => {
      const blob = await blobOfPieces(builder.finish(), pause)
      const saved = await saveIndex(database, key + OF_SEARCH, blob)
      // Not kept is not lost: it is built again at the next opening.
      if (!saved.ok) console.warn(saved.error)
      return blob
    },
  }
}
