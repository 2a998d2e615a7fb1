import { storage } from 'wxt/utils/storage'
import type { PanelRequest } from '../model/panel-request.ts'

/** In memory, never written: what a reader selected is nobody's business after the browser has closed. */
export const panelRequestStore = storage.defineItem<PanelRequest | null>('session:panel-request', {
  fallback: null,
})
