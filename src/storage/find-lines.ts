import type { EntityId } from '../model/ids.ts'
import { chunkNumber } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { ChunkRow, DirectoryRow, Layer } from './rows.ts'

/** The directories of installs that were read once: they never change. */
export type DirectoryCache = Map<number, DirectoryRow['firstIds']>

/** Which ids are wanted of which layers. */
export interface Wanted {
  readonly layers: readonly Layer[]
  readonly ids: readonly EntityId[]
}

/**
 * The lines of some ids, in the order asked; undefined where an id is not there. To be called inside a
 * transaction over `directories` and `chunks`, so that what a pointer names is still there.
 */
export async function findLines(
  { directories, chunks }: BackgrounderDatabase,
  cache: DirectoryCache,
  wanted: readonly Wanted[],
): Promise<readonly (readonly (string | undefined)[])[]> {
  const installs = [...new Set(wanted.flatMap(({ layers }) => layers.map(({ install }) => install)))]
  const missing = installs.filter((install) => !cache.has(install))
  for (const row of missing.length > 0 ? await directories.bulkGet(missing) : [])
    if (row) cache.set(row.install, row.firstIds)
  const keys = new Map<string, [number, number]>()
  for (const { layers, ids } of wanted)
    for (const id of ids) for (const key of keysFor(cache, layers, id)) keys.set(key.join(), key)
  const rows = keys.size > 0 ? await chunks.bulkGet([...keys.values()]) : []
  const read = new Map([...keys.keys()].map((key, index) => [key, rows[index]]))
  return wanted.map(({ layers, ids }) => ids.map((id) => newestLine(cache, layers, id, read)))
}

/** The chunks that may hold an id, the newest layer's first. */
function keysFor(cache: DirectoryCache, layers: readonly Layer[], id: EntityId): [number, number][] {
  return layers.toReversed().flatMap(({ install }): [number, number][] => {
    const number = chunkNumber(cache.get(install) ?? [], id)
    return number === undefined ? [] : [[install, number]]
  })
}

/** A removal in a newer layer hides what an older one has. */
function newestLine(
  cache: DirectoryCache,
  layers: readonly Layer[],
  id: EntityId,
  read: ReadonlyMap<string, ChunkRow | undefined>,
): string | undefined {
  for (const key of keysFor(cache, layers, id)) {
    const chunk = read.get(key.join())
    const line = chunk?.lines[chunk.ids.indexOf(id)]
    if (line !== undefined) return line === '' ? undefined : line
  }
  return undefined
}
