import type { Result } from '../model/result.ts'
import type { BackgrounderDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** The encoded index for a key (`generationsKey` and the index's own version); undefined where there is none. */
export const loadIndex = (
  database: BackgrounderDatabase,
  key: string,
): Promise<Result<ArrayBuffer | undefined, StorageError>> =>
  guarded('load-index', async () => (await database.indexes.get(key))?.buffer)

/** Keeps the encoded index for a key and drops those of other keys: only the present generations are asked for. */
export const saveIndex = (
  database: BackgrounderDatabase,
  key: string,
  buffer: ArrayBuffer,
): Promise<Result<void, StorageError>> =>
  guarded('save-index', () =>
    database.transaction('rw', database.indexes, async () => {
      await database.indexes.clear()
      await database.indexes.add({ key, buffer })
    }),
  )
