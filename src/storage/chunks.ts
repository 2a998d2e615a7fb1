import { ownText } from '../bundle/own-text.ts'
import type { RecordLine } from '../bundle/read-record.ts'
import type { EntityId } from '../model/ids.ts'
import type { ChunkRow, DirectoryRow } from './rows.ts'

/** Records in a row: large enough to write fast, small enough to read for one record (docs/adr/0008). */
const CHUNK_RECORDS = 128

/** UTF-16 units in a row: a look-up must not read megabytes because some records are as large as allowed. */
const CHUNK_UNITS = 128 * 1024

/** A record's line, or an empty one that removes the id. */
export interface StagedLine {
  readonly id: EntityId
  readonly line: string
}

/** A record as it is staged. */
export const stagedLine = ({ id, line }: RecordLine): StagedLine => ({ id, line })

/** Packs lines, which are in ascending order of their ids, into rows of one install, numbered from `first`. */
export function chunksOf(install: number, lines: readonly StagedLine[], first = 0): ChunkRow[] {
  const chunks: ChunkRow[] = []
  let [ids, packed, units]: [EntityId[], string[], number] = [[], [], 0]
  for (const { id, line } of lines) {
    if (ids.length > 0 && (ids.length === CHUNK_RECORDS || units + line.length > CHUNK_UNITS)) {
      chunks.push({ install, number: first + chunks.length, ids, lines: packed })
      ;[ids, packed, units] = [[], [], 0]
    }
    ids.push(id)
    packed.push(line)
    units += line.length
  }
  if (ids.length > 0) chunks.push({ install, number: first + chunks.length, ids, lines: packed })
  return chunks
}

/** UTF-16 units of a row's lines. */
export const unitsOf = ({ lines }: ChunkRow): number => lines.reduce((sum, line) => sum + line.length, 0)

/** The number of the chunk that holds an id if any does: the last one that begins at or before it. */
export function chunkNumber(firstIds: readonly EntityId[], id: EntityId): number | undefined {
  let [low, high] = [0, firstIds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const first = firstIds[middle]
    if (first !== undefined && first <= id) low = middle + 1
    else high = middle
  }
  return low === 0 ? undefined : low - 1
}

/** Where the ids of an install lie, from its chunks. They are held until the last record is there, the chunks are not. */
export const firstIdsOf = (chunks: readonly ChunkRow[]): DirectoryRow['firstIds'] =>
  chunks.flatMap((chunk) => chunk.ids.slice(0, 1).map(ownText))
