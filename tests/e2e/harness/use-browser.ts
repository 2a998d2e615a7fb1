import { afterAll, afterEach, beforeAll } from 'vitest'
import type { BrowserName } from '../../../.ci/find-browser.mjs'
import type { BrowserSession, LaunchOptions } from './browser-session.ts'
import { launch } from './launch.ts'
import { type Site, startSite } from './site.ts'

/** A browser and a site for the tests of one `describe`: started before the first, closed after the last; tabs live for one test. */
export interface Running {
  readonly browser: BrowserSession
  readonly site: Site
  /** The address of the sample article. */
  readonly article: string
}

/** Starts both for the surrounding `describe`; call the result inside a test. */
export function useBrowser(name: BrowserName, options: () => LaunchOptions): () => Running {
  let running: Running | undefined
  beforeAll(async () => {
    const site = await startSite()
    const browser = await launch(name, options())
    running = { browser, site, article: `${site.origin}/sample-article/` }
  })
  afterEach(() => running?.browser.closeTabs())
  afterAll(async () => {
    await running?.browser.close()
    running?.site.close()
  })
  return () => {
    if (running === undefined) throw new Error('The browser runs only inside a test.')
    return running
  }
}
