import type { Result } from '../model/result.ts'
import type { BackgrounderDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** The encoded index for a key (`generationsKey` and the index's own version); undefined where there is none. */
export const loadIndex = (
  database: BackgrounderDatabase,
  key: string,
): Promise<Result<ArrayBuffer | undefined, StorageError>> =>
  guarded('load-index', async () => {
    const stored = (await database.indexes.get(key))?.buffer
    return stored instanceof Blob ? stored.arrayBuffer() : stored
  })

/** Whether there is an index for a key that was kept as a blob, without reading it. */
export const isKept = async ({ indexes }: BackgrounderDatabase, key: string): Promise<boolean> =>
  (await indexes.get(key))?.buffer instanceof Blob

/** Keeps the encoded index for a key and drops those of other generations: only the present ones are asked for. */
export const saveIndex = (
  database: BackgrounderDatabase,
  key: string,
  buffer: ArrayBuffer | Blob,
): Promise<Result<void, StorageError>> =>
  guarded('save-index', () =>
    database.transaction('rw', database.indexes, async () => {
      const others = (await database.indexes.toCollection().primaryKeys()).filter(
        (each) => generationsOf(each) !== generationsOf(key),
      )
      await database.indexes.bulkDelete(others)
      await database.indexes.put({ key, buffer })
    }),
  )

/** Several indexes of the same generations have keys that differ behind this sign only. */
const generationsOf = (key: string): string => key.split('#', 1)[0] ?? ''
