import type { Result } from '../model/result.ts'
import type { BackgrounderDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** The encoded index for a key (`generationsKey` and the index's own version); undefined where there is none. */
export const loadIndex = (
  database: BackgrounderDatabase,
  key: string,
): Promise<Result<ArrayBuffer | undefined, StorageError>> =>
  guarded('load-index', async () => {
    return asBlob((await database.indexes.get(key))?.buffer)?.arrayBuffer()
  })

/** The same where it lies: nothing of it is read yet. */
export const findIndex = (
  database: BackgrounderDatabase,
  key: string,
): Promise<Result<Blob | undefined, StorageError>> =>
  guarded('load-index', async () => asBlob((await database.indexes.get(key))?.buffer))

/** The newest index of a kind, whatever generations it is of: it serves until there is one of the present ones. */
export const latestOfKind = (
  { indexes }: BackgrounderDatabase,
  kind: string,
): Promise<Result<Blob | undefined, StorageError>> =>
  guarded('load-index', async () => {
    const keys = await indexes.toCollection().primaryKeys()
    const key = keys.findLast((each) => kindOf(each) === kind)
    return key === undefined ? undefined : asBlob((await indexes.get(key))?.buffer)
  })

/**
 * Keeps the encoded index for a key and drops those of its kind of other generations. That of another kind stays until
 * its own successor is there: search serves with the one before while the next is built.
 */
export const saveIndex = (
  database: BackgrounderDatabase,
  key: string,
  buffer: ArrayBuffer | Blob,
): Promise<Result<void, StorageError>> =>
  guarded('save-index', () =>
    database.transaction('rw', database.indexes, async () => {
      const keys = await database.indexes.toCollection().primaryKeys()
      await database.indexes.bulkDelete(keys.filter((each) => kindOf(each) === kindOf(key)))
      await database.indexes.put({ key, buffer })
    }),
  )

/** What stands from this sign on tells the kind of an index; what stands before it, the generations. */
const kindOf = (key: string): string => {
  const sign = key.indexOf('#')
  return sign < 0 ? '' : key.slice(sign)
}

const asBlob = (stored: ArrayBuffer | Blob | undefined): Blob | undefined =>
  stored instanceof ArrayBuffer ? new Blob([stored]) : stored
