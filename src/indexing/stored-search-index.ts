import { HEADER_BYTES, sizeToldBy } from '../search/search-format.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { findIndex, latestOfKind } from '../storage/index-buffers.ts'
import { SEARCH_KIND } from './index-keys.ts'

/** The index of the search of some generations where it lies; undefined where there is none that is whole and of this version. */
export async function findSearchIndex(
  database: BackgrounderDatabase,
  generations: string,
): Promise<Blob | undefined> {
  const found = await findIndex(database, generations + SEARCH_KIND)
  return found.ok ? ifWhole(found.value) : undefined
}

/** The newest one, whatever generations it is of. */
export async function latestSearchIndex(database: BackgrounderDatabase): Promise<Blob | undefined> {
  const found = await latestOfKind(database, SEARCH_KIND)
  return found.ok ? ifWhole(found.value) : undefined
}

/** Its beginning tells of which version it is, and how long. */
async function ifWhole(blob: Blob | undefined): Promise<Blob | undefined> {
  const told = blob && sizeToldBy(await blob.slice(0, HEADER_BYTES).arrayBuffer())
  return blob?.size === told ? blob : undefined
}
