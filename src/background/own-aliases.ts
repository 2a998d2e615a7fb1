import type { OwnAlias } from '../model/own-layer.ts'
import { openOwnDatabase } from '../storage/own-database.ts'
import { readOwnLayer } from '../storage/own-layer-store.ts'

/** The names that the reader gave; none where they cannot be read: the bundles' names serve without them. */
export async function ownAliases(): Promise<readonly OwnAlias[]> {
  const database = await openOwnDatabase()
  if (!database.ok) {
    console.warn(database.error)
    return []
  }
  const own = await readOwnLayer(database.value)
  database.value.close()
  return own.ok ? own.value.aliases : []
}
