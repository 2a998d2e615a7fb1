import { storage } from 'wxt/utils/storage'
import type { Mute } from '../model/mute.ts'

/** What the reader muted, in `storage.local`: it outlives every update of the bundles. */
export const mutesStore = storage.defineItem<readonly Mute[]>('local:mutes', { fallback: [] })

/** What was muted in private windows: held in memory, gone with the browser, never written. */
export const privateMutesStore = storage.defineItem<readonly Mute[]>('session:mutes', { fallback: [] })
