import { pause } from '../bundle/pause.ts'
import { blobOfPieces, piecesOf } from '../storage/blob-of-pieces.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { saveIndex } from '../storage/index-buffers.ts'
import type { GrowingIndexes } from './growing-indexes.ts'
import { namesKey, SEARCH_KIND } from './index-keys.ts'
import type { WantedIndexes } from './index-request.ts'

/** An index of names, finished: what scans, and what is kept of it. */
export interface FinishedNames {
  readonly buffer: ArrayBuffer
  readonly blob: Blob
}

/** Both as they can be kept: a blob is not copied once more when it is stored. */
export async function finishedNames(indexes: GrowingIndexes): Promise<FinishedNames | undefined> {
  const buffer = await indexes.names()
  return buffer && { buffer, blob: await blobOfPieces(piecesOf(buffer), pause) }
}

/** Keeps the index of names. Where it cannot be kept nothing is lost: it is made again at the next start. */
export async function keepNames(
  database: BackgrounderDatabase,
  generations: string,
  wanted: NonNullable<WantedIndexes['names']>,
  blob: Blob,
): Promise<void> {
  const saved = await saveIndex(database, namesKey(generations, wanted), blob)
  if (!saved.ok) console.warn(saved.error)
}

/** Keeps the index of the search. Throws where it cannot be kept: whoever searches reads it from there. */
export async function keepSearch(
  database: BackgrounderDatabase,
  generations: string,
  blob: Blob,
): Promise<void> {
  const saved = await saveIndex(database, generations + SEARCH_KIND, blob)
  if (!saved.ok) throw new Error(`the index of the search is not kept: ${saved.error.detail}`)
}
