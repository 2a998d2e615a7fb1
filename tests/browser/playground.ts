import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { type BrowserName, findBrowser } from '../../.ci/find-browser.mjs'

const CONFIG = join(import.meta.dirname, '../playground/vite.config.ts')
const VIEWPORT = { width: 900, height: 700 }

/** How an exhibit of the playground is to be shown. */
export interface Dress {
  readonly theme?: 'light' | 'dark'
  readonly language?: string
  /** Size of the text in per cent. */
  readonly text?: number
}

/** The playground in a real browser. */
export interface Playground {
  /** The names of all exhibits. */
  readonly names: () => Promise<string[]>
  /** Shows an exhibit, once it has come to rest. The page stays the same one. */
  readonly show: (name: string, dress?: Dress) => Promise<Page>
}

/** The playground for the tests of one `describe`, on a server and in a browser that end with them. */
export function usePlayground(name: BrowserName): () => Playground {
  let server: PreviewServer
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    await build({ configFile: CONFIG, logLevel: 'error' })
    server = await preview({ configFile: CONFIG, logLevel: 'error', preview: { port: 0, open: false } })
    browser = await launchBrowser(name)
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  const address = () => server.resolvedUrls?.local[0] ?? ''
  const open = async (query: URLSearchParams) => {
    await page.goto(`${address()}?${query}`)
    await page.waitForSelector('html[data-ready="true"]')
    return page
  }
  return () => ({
    names: async () => {
      const index = await open(new URLSearchParams())
      return index.$$eval('figcaption', (captions) => captions.map(({ textContent }) => textContent ?? ''))
    },
    show: (exhibit, dress = {}) =>
      open(
        new URLSearchParams([
          ['exhibit', exhibit],
          ...Object.entries(dress).map(([key, value]) => [key, `${value}`]),
        ]),
      ),
  })
}

function launchBrowser(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name)
  if (executablePath === undefined) throw new Error(`No ${name}: run \`node .ci/setup.mjs\`.`)
  const common = { executablePath, headless: true, defaultViewport: VIEWPORT }
  if (name === 'firefox') return puppeteer.launch({ ...common, browser: 'firefox' })
  // Chromium's own sandbox refuses to run for the administrator, as in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({ ...common, pipe: true, args: ['--disable-gpu', '--no-first-run', ...sandbox] })
}
