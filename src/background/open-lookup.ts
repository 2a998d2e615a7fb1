import { readPackaged } from '../bundle/read-bundle.ts'
import type { Lookup } from '../model/lookup.ts'
import type { Result } from '../model/result.ts'
import { makeSearch } from '../search/make-search.ts'
import { type BackgrounderDatabase, openDatabase } from '../storage/database.ts'
import { IndexedDbLookup } from '../storage/indexeddb-lookup.ts'
import { MemoryLookup } from '../storage/memory-lookup.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'
import type { StorageError } from '../storage/storage-error.ts'
import { packagedFiles } from './packaged-bundle.ts'
import { type Prepare, storedSearch } from './stored-search.ts'

/** What can be looked up, and from where: the database, or the packaged bundle where that cannot be opened. */
export type OpenLookup<S extends Searches = Searches> =
  | {
      readonly storage: 'ready'
      readonly database: BackgrounderDatabase
      readonly lookup: Lookup & SnapshotSource
      readonly searches: S
    }
  | { readonly storage: 'packaged'; readonly lookup: Lookup & SnapshotSource }

/** Whoever has the index of the search built: the background itself, or a question to it. */
interface Searches {
  readonly prepare: Prepare
}

export interface OpeningInput<S extends Searches> {
  /** Runs on the open database first (installing the packaged bundle): whether there is something to look up. */
  readonly prepare: (database: BackgrounderDatabase) => Promise<boolean>
  readonly searches: (database: BackgrounderDatabase, lookup: Lookup & SnapshotSource) => S
  readonly open?: () => Promise<Result<BackgrounderDatabase, StorageError>>
}

/**
 * Opens what is known. Where preparing fails, or the database does not open, the packaged bundle serves from memory.
 */
export async function openLookup<S extends Searches>({
  prepare,
  searches: searchesOf,
  open = openDatabase,
}: OpeningInput<S>): Promise<OpenLookup<S>> {
  const opened = await open()
  if (!opened.ok) {
    console.warn(opened.error)
    return packagedLookup()
  }
  const database = opened.value
  if (!(await prepare(database))) return packagedLookup()
  const plain = new IndexedDbLookup(database, makeSearch)
  const searches = searchesOf(database, plain)
  return { storage: 'ready', database, lookup: withSearch(database, plain, searches.prepare), searches }
}

/** A look-up that searches on the index that is kept. */
export const withSearch = (
  database: BackgrounderDatabase,
  plain: Lookup & SnapshotSource,
  prepare: Prepare,
): Lookup & SnapshotSource => ({
  entities: (refs) => plain.entities(refs),
  bundles: () => plain.bundles(),
  snapshot: () => plain.snapshot(),
  read: (take, restart, only) => plain.read(take, restart, only),
  search: storedSearch(database, plain, prepare),
})

/** The packaged bundle in memory. Rejects where the package itself is damaged: then nothing can be known. */
async function packagedLookup(): Promise<Extract<OpenLookup, { storage: 'packaged' }>> {
  const generation = await readPackaged(packagedFiles(), crypto.subtle)
  if (!generation.ok) throw new Error(`packaged bundle: ${generation.error.code} ${generation.error.detail}`)
  const lookup = new MemoryLookup([generation.value], new Date().toISOString(), makeSearch)
  return { storage: 'packaged', lookup }
}
