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
import { type GrowingSearch, withStoredSearch } from './stored-search.ts'

/** What can be looked up, and from where: the database, or the packaged bundle where that cannot be opened. */
export type OpenLookup =
  | {
      readonly storage: 'ready'
      readonly database: BackgrounderDatabase
      readonly lookup: Lookup & SnapshotSource
      /** Builds the index of the search ahead of the first keystroke. */
      readonly prepareSearch: () => Promise<void>
      /** The same, while everything is read for the index of names. */
      readonly beginSearch: () => GrowingSearch
    }
  | { readonly storage: 'packaged'; readonly lookup: Lookup & SnapshotSource }

/**
 * Opens what is known. `prepare` runs on the open database first (installing the packaged bundle); where it
 * fails, or the database does not open, the packaged bundle serves from memory.
 */
export async function openLookup(
  prepare: (database: BackgrounderDatabase) => Promise<boolean>,
  open: () => Promise<Result<BackgrounderDatabase, StorageError>> = openDatabase,
): Promise<OpenLookup> {
  const opened = await open()
  if (!opened.ok) {
    console.warn(opened.error)
    return packagedLookup()
  }
  const database = opened.value
  if (!(await prepare(database))) return packagedLookup()
  const {
    lookup,
    prepare: prepareSearch,
    begin: beginSearch,
  } = withStoredSearch(database, new IndexedDbLookup(database, makeSearch))
  return { storage: 'ready', database, lookup, prepareSearch, beginSearch }
}

/** The packaged bundle in memory. Rejects where the package itself is damaged: then nothing can be known. */
async function packagedLookup(): Promise<OpenLookup> {
  const generation = await readPackaged(packagedFiles(), crypto.subtle)
  if (!generation.ok) throw new Error(`packaged bundle: ${generation.error.code} ${generation.error.detail}`)
  const lookup = new MemoryLookup([generation.value], new Date().toISOString(), makeSearch)
  return { storage: 'packaged', lookup }
}
