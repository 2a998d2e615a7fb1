import { afterAll, beforeAll } from 'vitest'
import type { BrowserName } from '../../../.ci/find-browser.mjs'
import { BARE_PAGE } from './ask-background.ts'
import type { BrowserSession, ExtensionView } from './browser-session.ts'
import type { BundleHost } from './bundle-host.ts'
import { grantedBuild } from './granted-build.ts'
import { launch } from './launch.ts'

/** A reader of hosted bundles: a browser with a bare page of the extension, to ask the background from. */
export interface Reader {
  readonly browser: BrowserSession
  readonly page: ExtensionView
  /** Closed with the browser. */
  readonly hosts: BundleHost[]
}

/** Starts a reader for the tests of the surrounding `describe`; call the result in a hook or a test. */
export function useReader(name: BrowserName): () => Reader {
  let browser: BrowserSession | undefined
  let reader: Reader | undefined
  const hosts: BundleHost[] = []
  beforeAll(async () => {
    browser = await launch(name, { extension: grantedBuild(name) })
    reader = { browser, page: await browser.openExtensionPage(BARE_PAGE), hosts }
  })
  afterAll(async () => {
    await browser?.close()
    for (const host of hosts) host.close()
  })
  return () => {
    if (reader === undefined)
      throw new Error('The browser runs only in the hooks and tests of its `describe`.')
    return reader
  }
}
