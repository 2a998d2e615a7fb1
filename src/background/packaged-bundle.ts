import { browser } from 'wxt/browser'
import type { ReadFile } from '../bundle/read-bundle.ts'
import type { SyncError } from '../model/sync-error.ts'
import { DEFAULT_TIMEOUTS } from '../sync/deadline.ts'
import { httpFiles } from '../sync/http-files.ts'

/** The files of the bundle that lies in the extension package (`bundle/`); reading them asks no host. */
export const packagedFiles = (): ReadFile<SyncError> =>
  httpFiles({
    base: new URL('/bundle/', browser.runtime.getURL('/')).href,
    fetch: (input, init) => fetch(input, init),
    signal: new AbortController().signal,
    timeouts: DEFAULT_TIMEOUTS,
  })
