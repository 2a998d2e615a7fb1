import { browser } from 'wxt/browser'
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts'

/*
 * The settings as content scripts have them: read only, and without the storage library, which every page
 * would have to load. Where they are kept, and who writes them: settings-store.ts.
 */

const KEY = 'settings'

const complete = (stored: unknown): Settings => ({ ...DEFAULT_SETTINGS, ...(stored as Partial<Settings>) })

/** The reader's settings; what is missing takes its default. */
export const readSettings = async (): Promise<Settings> =>
  complete((await browser.storage.local.get(KEY))[KEY])

/** Calls back with each change, until the signal ends. */
export function watchSettings(tell: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
    if (KEY in changes) tell(complete(changes[KEY]?.newValue))
  }
  // Held: where the extension has left under the page, Chromium takes its interface away as well.
  const { onChanged } = browser.storage.local
  onChanged.addListener(listener)
  signal.addEventListener('abort', () => onChanged.removeListener(listener))
}
