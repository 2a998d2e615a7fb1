import { storage } from 'wxt/utils/storage'
import type { EntityRef } from '../model/ids.ts'

/** The entities that the reader looked up last, the newest first; nothing of private windows comes here. */
export const recentStore = storage.defineItem<readonly EntityRef[]>('local:recent', { fallback: [] })
