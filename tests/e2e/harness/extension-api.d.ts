import type { Browser } from 'webextension-polyfill'

declare global {
  /** The extension's interface as both browsers offer it; for functions that are sent to `inExtension`. */
  const chrome: Browser
}
