import type { OwnLayer } from '../../src/model/own-layer.ts'
import type { Settings } from '../../src/model/settings.ts'
import { changeMutes } from '../../src/storage/change-mutes.ts'
import { mutesStore } from '../../src/storage/mutes-store.ts'
import { clearOwnLayer, restoreOwnLayer } from '../../src/storage/own-layer-store.ts'
import { readSettingsFile, writeSettingsFile } from '../../src/storage/settings-file.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import type { ImportProblem } from '../../src/ui/options/options-props.ts'
import { type OpenedOwn, tellBackground } from '../interface/open-own.ts'
import { saveFile } from '../interface/save-file.ts'

type Opening = Promise<OpenedOwn | null>

/** Saves all settings, notes, names and mutes as one file. */
export async function exportSettings(settings: Settings, own: OwnLayer): Promise<void> {
  const mutes = await mutesStore.getValue()
  saveFile('backgrounder-settings.json', 'application/json', writeSettingsFile({ settings, own, mutes }))
}

/** Takes a file of settings over: all of it, or nothing and the reason. */
export async function importSettings(file: File, opening: Opening): Promise<ImportProblem | null> {
  const text = await textOf(file)
  if (text === undefined) return { code: 'unreadable', where: '' }
  const read = readSettingsFile(text)
  if (!read.ok) return read.error
  const { settings, own, mutes } = read.value
  // The own layer first: its store may be full, and then nothing else is to change either.
  const problem = await restore(own, opening)
  if (problem) return problem
  await settingsStore.setValue(settings)
  await changeMutes(mutesStore, () => mutes)
  return null
}

/** Saves notes and names as the source of a bundle. The code for it comes when it is asked for. */
export async function exportOwn(own: OwnLayer, t: Translate): Promise<void> {
  const { ownSource } = await import('../../src/export/own-source.ts')
  const header = {
    title: t('settings.export_name'),
    publisher: t('settings.export_publisher'),
    created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  }
  saveFile('bundle.yaml', 'application/yaml', ownSource(own, header))
}

/** Adds the notes and names of a bundle source. */
export async function importOwn(file: File, opening: Opening): Promise<ImportProblem | null> {
  const text = await textOf(file)
  if (text === undefined) return { code: 'unreadable', where: '' }
  const { readOwnSource } = await import('../../src/export/own-source.ts')
  const read = readOwnSource(text, new Date().toISOString())
  return read.ok ? restore(read.value, opening) : read.error
}

/** Forgets notes, names and mutes. */
export async function deleteOwn(opening: Opening): Promise<void> {
  const own = await opening
  if (own) await clearOwnLayer(own.database)
  await changeMutes(mutesStore, () => [])
  tellBackground()
}

async function restore(layer: OwnLayer, opening: Opening): Promise<ImportProblem | null> {
  if (layer.notes.length + layer.aliases.length === 0) return null
  const own = await opening
  const restored = own && (await restoreOwnLayer(own.database, layer))
  if (!restored?.ok) return { code: 'not-saved', where: '' }
  tellBackground()
  return null
}

/** No file of ours is larger. */
const MAX_BYTES = 32 * 1024 * 1024

async function textOf(file: File): Promise<string | undefined> {
  try {
    return file.size > MAX_BYTES ? undefined : await file.text()
  } catch {
    return undefined
  }
}
