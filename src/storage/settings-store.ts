import { storage } from 'wxt/utils/storage'
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts'

const stored = storage.defineItem<Partial<Settings>>('local:settings', { fallback: {} })

/** What an earlier version stored lacks the settings of a later one: they take their defaults. */
const complete = (settings: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...settings })

/** The reader's settings in `storage.local`: get, set and watch; what is missing takes its default. */
export const settingsStore = {
  getValue: async (): Promise<Settings> => complete(await stored.getValue()),
  setValue: (settings: Settings): Promise<void> => stored.setValue(settings),
  /** Calls back with each change, and what was before it; gives a function that ends that. */
  watch: (tell: (settings: Settings, before: Settings) => void): (() => void) =>
    stored.watch((settings, before) => tell(complete(settings), complete(before ?? {}))),
}
