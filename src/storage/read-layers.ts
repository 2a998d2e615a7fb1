import type { StagedLine } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type LineStream, mergeLines } from './merge-lines.ts'
import type { ChunkRow, Layer } from './rows.ts'
import { StorageRefusal } from './storage-error.ts'

/** Chunks read at once: some 2,000 records, a megabyte or two; whoever waits for the background waits no longer. */
const READ_CHUNKS = 16

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
  let next = readChunks(database, layer, 0)
  for (let first = 0; first < layer.chunks; first += READ_CHUNKS) {
    const rows = await next
    // Read while these are worked on; a failure is told when it is its turn.
    next = readChunks(database, layer, first + READ_CHUNKS)
    next.catch(() => undefined)
    yield linesIn(layer, first, rows)
  }
}

const readChunks = async (
  { chunks }: BackgrounderDatabase,
  { install, chunks: end }: Layer,
  first: number,
): Promise<readonly ChunkRow[]> =>
  first < end
    ? chunks
        .where('[install+number]')
        .between([install, first], [install, Math.min(first + READ_CHUNKS, end)])
        .toArray()
    : []

function linesIn({ install, chunks }: Layer, first: number, rows: readonly ChunkRow[]): StagedLine[] {
  const count = Math.min(READ_CHUNKS, chunks - first)
  const missing = rows.findIndex(({ number }, index) => number !== first + index)
  if (missing >= 0 || rows.length !== count)
    throw new StorageRefusal(
      'storage-failed',
      `chunk ${first + Math.max(missing, 0)} of install ${install} is missing`,
    )
  return rows.flatMap(({ ids, lines }) => ids.map((id, at) => ({ id, line: lines[at] ?? '' })))
}

async function* none(): LineStream {}
