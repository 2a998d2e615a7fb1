import { chunkKeys, type StagedLine } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type LineStream, mergeLines } from './merge-lines.ts'
import type { Layer } from './rows.ts'
import { StorageRefusal } from './storage-error.ts'

/** Chunks read at once: some 8,000 records, a few megabytes. */
const READ_CHUNKS = 64

/** Every record that layers show, as lines in ascending order of their ids; a few megabytes at a time. */
export async function* linesOf(database: BackgrounderDatabase, layers: readonly Layer[]): LineStream {
  for await (const piece of mergedLayers(database, layers)) {
    const lines = piece.filter(({ line }) => line !== '')
    if (lines.length > 0) yield lines
  }
}

/** The same with the removals of the newest layers; nothing for no layer. */
function mergedLayers(database: BackgrounderDatabase, layers: readonly Layer[]): LineStream {
  const streams = layers.map((layer) => layerLines(database, layer))
  return streams.reduce((older, newer) => mergeLines(older, newer), none())
}

/** The lines of one layer, as they are stored. */
export async function* layerLines(database: BackgrounderDatabase, layer: Layer): LineStream {
  for (let first = 0; first < layer.chunks; first += READ_CHUNKS) {
    const keys = chunkKeys(layer.install, first, Math.min(READ_CHUNKS, layer.chunks - first))
    const rows = await database.chunks.bulkGet(keys)
    yield rows.flatMap((row, index): StagedLine[] => {
      if (!row) throw new StorageRefusal('storage-failed', `chunk ${keys[index]?.join(' ')} is missing`)
      return row.ids.map((id, at) => ({ id, line: row.lines[at] ?? '' }))
    })
  }
}

async function* none(): LineStream {}
