import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import {
  type BackgrounderDatabase,
  type DatabaseEngine,
  openDatabase,
} from '../../../src/storage/database.ts'

/** An IndexedDB of its own: what a profile of a browser holds. */
export const newEngine = (): DatabaseEngine => ({ indexedDB: new IDBFactory(), IDBKeyRange })

/** Opens the extension's database; closed when the test has ended. */
export async function openTestDatabase(engine = newEngine()): Promise<BackgrounderDatabase> {
  const opened = await openDatabase(undefined, engine)
  if (!opened.ok) throw new Error(opened.error.detail)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** Everything that the database holds, but for who last had the right to write, as one text: equal texts, equal state. */
export async function dump(database: BackgrounderDatabase): Promise<string> {
  const tables = database.tables
    .filter(({ name }) => name !== 'leases')
    .map(async (table) => [table.name, await table.toArray()] as const)
  return JSON.stringify(await Promise.all(tables), null, 1)
}

/** The same without the metadata that was accepted: a refused generation may follow upon good metadata. */
export async function storedData(database: BackgrounderDatabase): Promise<string> {
  const everything = JSON.parse(await dump(database)) as [string, unknown][]
  return JSON.stringify(everything.filter(([name]) => name !== 'trusts'))
}
