import { Dexie } from 'dexie'
import { fail, ok, type Result } from '../model/result.ts'
import { type BackgrounderDatabase, DATABASE_NAME, type DatabaseEngine, openDatabase } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** What opening works with. */
export interface ReliableOptions {
  readonly name?: string
  readonly engine?: DatabaseEngine
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** An open database; `rebuilt` where the one before had to be deleted. */
export interface OpenedDatabase {
  readonly database: BackgrounderDatabase
  readonly rebuilt: boolean
}

/** Milliseconds before each further try: a browser that is closing another profile's files needs a moment. */
const PAUSES = [50, 250, 1_000]

/** Failures that are the browser's own ways and no damage: deleting the database would not mend them. */
const BEYOND_REPAIR = /\b(?:VersionError|MissingAPIError|SecurityError)\b/

/**
 * Opens the database, again after a pause where that fails; where it fails for good, it is deleted and made anew,
 * empty. What it held is fetched again: the subscriptions are kept in a second place.
 */
export async function openReliably(options: ReliableOptions): Promise<Result<OpenedDatabase, StorageError>> {
  let opened = await openDatabase(options.name, options.engine)
  for (const pause of PAUSES) {
    if (opened.ok || isBeyondRepair(opened.error)) break
    await options.wait(pause)
    opened = await openDatabase(options.name, options.engine)
  }
  if (opened.ok) return ok({ database: opened.value, rebuilt: false })
  if (isBeyondRepair(opened.error)) return opened
  const deleted = await guarded('delete', () => deleteDatabase(options))
  const anew = deleted.ok ? await openDatabase(options.name, options.engine) : opened
  return anew.ok ? ok({ database: anew.value, rebuilt: true }) : fail(opened.error)
}

const isBeyondRepair = ({ detail }: StorageError): boolean => BEYOND_REPAIR.test(detail)

/** By a handle of its own, which never opens: what is deleted may not open any more. */
async function deleteDatabase({ name = DATABASE_NAME, engine }: ReliableOptions): Promise<void> {
  await new Dexie(name, engine).delete()
}
