import { storage } from 'wxt/utils/storage'
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts'

/** The reader's settings in `storage.local`: get, set and watch; what is missing takes its default. */
export const settingsStore = storage.defineItem<Settings>('local:settings', { fallback: DEFAULT_SETTINGS })
