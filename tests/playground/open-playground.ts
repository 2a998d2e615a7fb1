import { join } from 'node:path'
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core'
import { build, preview } from 'vite'
import { type BrowserName, findBrowser } from '../../.ci/find-browser.mjs'
import type { Dress } from './stage.ts'

const CONFIG = join(import.meta.dirname, 'vite.config.ts')
const VIEWPORT = { width: 900, height: 700 }

/** How an exhibit is to be shown: dressed by the playground, or by what the reader has told the browser. */
export interface Wardrobe extends Dress {
  readonly forcedColours?: boolean
  readonly reducedMotion?: boolean
}

/** The playground in a real browser. */
export interface Playground {
  /** Shows an exhibit on a page opened anew, once it has come to rest. The tab stays the same one. */
  readonly show: (name: string, dress?: Dress) => Promise<Page>
  /** A page that shows exhibit after exhibit without being opened anew. Chromium only. */
  readonly stage: (viewport: Viewport) => Promise<Stage>
  readonly close: () => Promise<void>
}

/** A page on which exhibits take turns. */
export interface Stage {
  readonly page: Page
  /** The names of all exhibits. */
  readonly names: readonly string[]
  /** Shows an exhibit, once it has come to rest. */
  readonly show: (name: string, dress: Wardrobe) => Promise<void>
  /** What is seen to be broken in the exhibit that is shown (sight/). */
  readonly faultsInSight: (dress: Wardrobe) => Promise<string[]>
}

/** What the playground puts on the global of a stage (main.tsx). */
interface StageGlobal {
  readonly stage: {
    readonly names: readonly string[]
    readonly show: (name: string, dress: Dress) => Promise<void>
    readonly faultsInSight: (theme: Dress['theme']) => string[]
  }
}

/** Builds the playground, serves it and opens it in a browser of its own. */
export async function openPlayground(name: BrowserName): Promise<Playground> {
  if (!process.env.NOBUILD) await build({ configFile: CONFIG, logLevel: 'error' })
  const server = await preview({
    configFile: CONFIG,
    logLevel: 'error',
    preview: { port: 0, open: false },
  })
  const browser = await launchBrowser(name)
  const shown = await browser.newPage()
  const open = async (page: Page, query: Readonly<Record<string, string>>) => {
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?${new URLSearchParams(query)}`)
    await page.waitForSelector('html[data-ready="true"]')
    return page
  }
  return {
    show: (exhibit, dress = {}) => open(shown, { exhibit, ...texts(dress) }),
    stage: async (viewport) => {
      // In a window of its own: a tab behind others draws no frames.
      const page = await browser.newPage({ type: 'window' })
      await page.setViewport(viewport)
      return openStage(await open(page, { exhibit: 'stage' }))
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

const texts = (dress: Dress): Record<string, string> =>
  Object.fromEntries(Object.entries(dress).map(([key, value]) => [key, `${value}`]))

async function openStage(page: Page): Promise<Stage> {
  const session = await page.createCDPSession()
  // Several stages take turns with the focus, which each must seem to have.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  return {
    page,
    names: await page.evaluate(() => (globalThis as unknown as StageGlobal).stage.names),
    show: async (name, { forcedColours = false, reducedMotion = false, ...dress }) => {
      // The driver itself knows no forced colours.
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
          { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
          ...(dress.theme ? [{ name: 'prefers-color-scheme', value: dress.theme }] : []),
        ],
      })
      await page.evaluate(
        (exhibit, asked) => (globalThis as unknown as StageGlobal).stage.show(exhibit, asked),
        name,
        dress as Dress,
      )
    },
    faultsInSight: ({ theme }) =>
      page.evaluate((asked) => (globalThis as unknown as StageGlobal).stage.faultsInSight(asked), theme),
  }
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
