import { Dexie, type Table } from 'dexie'
import type { OwnAlias, OwnNote } from '../model/own-layer.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { DatabaseEngine } from './database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** A database of its own: the one of the bundles can be thrown away and fetched again, this one cannot. */
const DATABASE_NAME = 'backgrounder-own'

/** A note under its entity's `refKey`. */
export interface NoteRow extends OwnNote {
  readonly key: string
}

/** A name under its entity's `refKey` and its text. */
export interface AliasRow extends OwnAlias {
  readonly key: string
}

/** What the reader wrote. A released version is never edited: a change is a new version. */
export class OwnDatabase extends Dexie {
  declare readonly notes: Table<NoteRow, string>
  declare readonly aliases: Table<AliasRow, [key: string, text: string]>

  constructor(name: string, engine?: DatabaseEngine) {
    super(name, { chromeTransactionDurability: 'strict', ...engine })
    this.version(1).stores({ notes: '&key', aliases: '&[key+text]' })
  }
}

/** Opens the reader's own database; where that fails, the caller says that notes are not to be had now. */
export async function openOwnDatabase(
  name: string = DATABASE_NAME,
  engine?: DatabaseEngine,
): Promise<Result<OwnDatabase, StorageError>> {
  const database = new OwnDatabase(name, engine)
  const opened = await guarded('open-own', () => database.open())
  if (opened.ok) return ok(database)
  database.close()
  return fail({ ...opened.error, code: 'storage-unavailable' })
}
