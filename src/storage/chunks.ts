import type { RecordLine } from '../bundle/read-record.ts'
import type { EntityRecord } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { BundleRow, ChunkRow } from './rows.ts'

/** Records in a row: large enough to write fast, small enough that one look-up reads about 100 kB. */
const CHUNK_RECORDS = 128

/** Packs records, which are in ascending order of their ids, into rows of one install. */
export function chunksOf(install: number, lines: readonly RecordLine[]): ChunkRow[] {
  const chunks: ChunkRow[] = []
  for (let start = 0; start < lines.length; start += CHUNK_RECORDS) {
    const packed = lines.slice(start, start + CHUNK_RECORDS)
    const ids = packed.map((each) => each.record.id)
    chunks.push({ install, number: chunks.length, ids, lines: packed.map((each) => each.line) })
  }
  return chunks
}

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

/** A record from its line; the line passed the gate before it was written. */
export const recordOf = (line: string): EntityRecord => JSON.parse(line) as EntityRecord

/** The keys of all chunks of an install. */
export const chunkKeys = ({
  install,
  firstIds,
}: Pick<BundleRow, 'install' | 'firstIds'>): [number, number][] =>
  firstIds.map((_, number) => [install, number])
