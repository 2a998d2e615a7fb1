import puppeteer, { type Browser } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { type BrowserName, findBrowser } from '../../.ci/find-browser.mjs'
import { bundleInside } from './bundle-inside.ts'
import { openTestPage, type TestPage } from './test-page.ts'
import { startTestSite, type TestSite } from './test-site.ts'

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox']

const VIEWPORT = { width: 800, height: 600 }
const CHROMIUM_ARGUMENTS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']

/** Starts a real browser without an extension: what is under test is put into an isolated world of each page. */
function launchBare(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name)
  if (executablePath === undefined) throw new Error(`No ${name}: run \`node .ci/setup.mjs\`.`)
  const common = { executablePath, headless: true, defaultViewport: VIEWPORT }
  if (name === 'firefox') return puppeteer.launch({ ...common, browser: 'firefox' })
  // Chromium's own sandbox refuses to run for the administrator, as in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({ ...common, pipe: true, args: [...CHROMIUM_ARGUMENTS, ...sandbox] })
}

/** Opens a page with this HTML (or, from a `.xhtml` address, XHTML) with what is under test in it. */
export type OpenPage = (html: string | Uint8Array, type?: string, policy?: string) => Promise<TestPage>

/** A browser for the tests of one `describe`; every page of a test is closed with it. */
export function useBareBrowser(name: BrowserName): OpenPage {
  let browser: Browser
  let site: TestSite
  let script: string
  beforeAll(async () => {
    script = await bundleInside()
    site = await startTestSite()
    browser = await launchBare(name)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })
  return async (html, type = 'text/html', policy) =>
    openTestPage(await browser.newPage(), site.put(html, type, policy), script)
}
