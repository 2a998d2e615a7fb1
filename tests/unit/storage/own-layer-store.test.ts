import { describe, expect, test } from 'vitest'
import { MAX_NOTE_LENGTH, MAX_OWN_ALIASES } from '../../../src/model/own-layer.ts'
import {
  addOwnAlias,
  clearOwnLayer,
  readOwnLayer,
  removeOwnAlias,
  restoreOwnLayer,
  saveNote,
} from '../../../src/storage/own-layer-store.ts'
import { alias, note, openTestOwnDatabase } from './own-database.ts'

describe('the reader’s own layer', () => {
  test('keeps one note for each entity, and forgets it with an empty text', async () => {
    const database = await openTestOwnDatabase()
    await saveNote(database, note('Founded in Shanghai.'))
    await saveNote(database, note('Ask the secretariat.', '2026-11-28T11:00:00.000Z'))
    expect(await readOwnLayer(database)).toEqual({
      ok: true,
      value: { notes: [note('Ask the secretariat.', '2026-11-28T11:00:00.000Z')], aliases: [] },
    })
    await saveNote(database, note('  \n'))
    expect(await readOwnLayer(database)).toEqual({ ok: true, value: { notes: [], aliases: [] } })
  })

  test('refuses a note that is too long and keeps the one before', async () => {
    const database = await openTestOwnDatabase()
    await saveNote(database, note('Short.'))
    expect((await saveNote(database, note('x'.repeat(MAX_NOTE_LENGTH + 1)))).ok).toBe(false)
    expect(await readOwnLayer(database)).toMatchObject({ value: { notes: [{ text: 'Short.' }] } })
  })

  test('keeps a name of an entity once, and forgets it', async () => {
    const database = await openTestOwnDatabase()
    await addOwnAlias(database, alias('the Shanghai club'))
    await addOwnAlias(database, alias('the Shanghai club'))
    await addOwnAlias(database, alias('Eurasian eight'))
    const texts = async () => {
      const own = await readOwnLayer(database)
      return own.ok && own.value.aliases.map(({ text }) => text)
    }
    expect(await texts()).toEqual(['Eurasian eight', 'the Shanghai club'])
    await removeOwnAlias(database, alias('').entity, 'Eurasian eight')
    expect(await texts()).toEqual(['the Shanghai club'])
  })

  test('takes no more names than the index is to hold', async () => {
    const database = await openTestOwnDatabase()
    const aliases = Array.from({ length: MAX_OWN_ALIASES }, (_, number) => alias(`name ${number}`))
    await restoreOwnLayer(database, { notes: [], aliases })
    expect(await addOwnAlias(database, alias('one more'))).toEqual({
      ok: false,
      error: { code: 'too-many-names' },
    })
  })

  test('restored from an old file keeps the note that was written later', async () => {
    const database = await openTestOwnDatabase()
    const later = note('New.', '2026-11-28T12:00:00.000Z')
    await saveNote(database, later)
    await restoreOwnLayer(database, { notes: [note('Old.')], aliases: [alias('the Shanghai club')] })
    expect(await readOwnLayer(database)).toEqual({
      ok: true,
      value: { notes: [later], aliases: [alias('the Shanghai club')] },
    })
  })

  test('is emptied where the reader resets it', async () => {
    const database = await openTestOwnDatabase()
    await restoreOwnLayer(database, { notes: [note('Old.')], aliases: [alias('the Shanghai club')] })
    await clearOwnLayer(database)
    expect(await readOwnLayer(database)).toEqual({ ok: true, value: { notes: [], aliases: [] } })
  })
})
