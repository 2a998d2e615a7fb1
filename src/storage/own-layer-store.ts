import { type EntityRef, refKey } from '../model/ids.ts'
import {
  MAX_NOTE_LENGTH,
  MAX_OWN_ALIASES,
  type OwnAlias,
  type OwnLayer,
  type OwnNote,
} from '../model/own-layer.ts'
import { fail, type Result } from '../model/result.ts'
import type { AliasRow, NoteRow, OwnDatabase } from './own-database.ts'
import { guarded, type StorageError } from './storage-error.ts'

/** Why nothing was kept: the store failed, or there are as many names as the index is to hold. */
export type OwnLayerError = StorageError | { readonly code: 'too-many-names' }

/** All notes, the last written first, and all names, by their text. */
export const readOwnLayer = (database: OwnDatabase): Promise<Result<OwnLayer, StorageError>> =>
  guarded('read-own', async () => {
    const { notes, aliases } = database
    return database.transaction('r', [notes, aliases], async () => ({
      notes: (await notes.toArray()).map(withoutKey).sort(lastWrittenFirst),
      aliases: (await aliases.toArray()).map(withoutKey).sort(byText),
    }))
  })

/** Keeps the note of an entity; an empty text removes it. A text beyond the longest is cut by no one: it is refused. */
export const saveNote = (database: OwnDatabase, note: OwnNote): Promise<Result<void, StorageError>> =>
  guarded('save-note', async () => {
    if (note.text.length > MAX_NOTE_LENGTH) throw new RangeError('the note is too long')
    if (note.text.trim() === '') await database.notes.delete(refKey(note.entity))
    else await database.notes.put(noteRow(note))
  })

/** Keeps a name; the same name of the same entity is kept once. */
export async function addOwnAlias(
  database: OwnDatabase,
  alias: OwnAlias,
): Promise<Result<void, OwnLayerError>> {
  const kept = await guarded('add-name', () =>
    database.transaction('rw', database.aliases, async () => {
      if ((await database.aliases.count()) >= MAX_OWN_ALIASES) return false
      await database.aliases.put(aliasRow(alias))
      return true
    }),
  )
  if (!kept.ok) return kept
  return kept.value ? { ok: true, value: undefined } : fail({ code: 'too-many-names' })
}

/** Forgets a name. */
export const removeOwnAlias = (
  database: OwnDatabase,
  entity: EntityRef,
  text: string,
): Promise<Result<void, StorageError>> =>
  guarded('remove-name', () => database.aliases.delete([refKey(entity), text]))

/**
 * Adds what was exported, in one transaction: of two notes on one entity the later written stays, so that
 * an old file takes nothing back.
 */
export const restoreOwnLayer = (
  database: OwnDatabase,
  { notes, aliases }: OwnLayer,
): Promise<Result<void, StorageError>> =>
  guarded('restore-own', () =>
    database.transaction('rw', [database.notes, database.aliases], async () => {
      for (const note of notes) {
        const present = await database.notes.get(refKey(note.entity))
        if (!present || present.writtenAt < note.writtenAt) await database.notes.put(noteRow(note))
      }
      await database.aliases.bulkPut(aliases.map(aliasRow))
    }),
  )

/** Forgets everything that the reader wrote. */
export const clearOwnLayer = (database: OwnDatabase): Promise<Result<void, StorageError>> =>
  guarded('clear-own', () =>
    database.transaction('rw', [database.notes, database.aliases], async () => {
      await database.notes.clear()
      await database.aliases.clear()
    }),
  )

const noteRow = (note: OwnNote): NoteRow => ({ ...note, key: refKey(note.entity) })
const aliasRow = (alias: OwnAlias): AliasRow => ({ ...alias, key: refKey(alias.entity) })

const withoutKey = <T extends { readonly key: string }>({ key: _key, ...rest }: T): Omit<T, 'key'> => rest

const lastWrittenFirst = (a: OwnNote, b: OwnNote): number =>
  a.writtenAt < b.writtenAt ? 1 : Number(a.writtenAt > b.writtenAt) * -1

const byText = (a: OwnAlias, b: OwnAlias): number => (a.text < b.text ? -1 : Number(a.text > b.text))
