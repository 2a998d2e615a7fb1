import { join } from 'node:path'
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core'
import { build } from 'rolldown'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { startTestSite, type TestSite } from '../../browser/test-site.ts'
import type { Bench } from './in-page.ts'
import { articleOf, indexOf } from './pages.ts'

/** A page of the benchmark: calls go to its isolated world. */
export interface BenchPage {
  readonly page: Page
  readonly call: <N extends keyof Bench>(
    name: N,
    ...args: Parameters<Bench[N]>
  ) => Promise<Awaited<ReturnType<Bench[N]>>>
  readonly close: () => Promise<void>
}

/** One Chromium and one site for all that is measured. */
export interface BenchBrowser {
  /** Opens an article; not started yet, but its recogniser is warm. */
  readonly open: (names: number, units: number) => Promise<BenchPage>
  /** Opens it without anything of ours. */
  readonly openBare: (names: number, units: number) => Promise<Page>
  readonly close: () => Promise<void>
}

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
]

/** A world that shares the document and nothing else: puppeteer has it for itself. */
type WithIsolatedRealm = { isolatedRealm(): Pick<Frame, 'evaluate'> }

/** Starts the browser. */
export async function startBrowser(): Promise<BenchBrowser> {
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined) throw new Error('No Chromium: run `node .ci/setup.mjs`.')
  const site = await startTestSite()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser: Browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    defaultViewport: { width: 1280, height: 900 },
    args: [...FLAGS, ...sandbox],
    protocolTimeout: 300_000,
  })
  const script = await bundled('in-page.ts')
  const worker = site.put(await bundled('in-worker.ts'), 'text/javascript', '')
  const addressOf = remembered(site)
  const openBare = async (names: number, units: number): Promise<Page> => {
    const page = await browser.newPage()
    await page.goto(addressOf.article(names, units))
    return page
  }
  return {
    openBare,
    open: async (names, units) => {
      const page = await openBare(names, units)
      const realm = (page.mainFrame() as unknown as WithIsolatedRealm).isolatedRealm()
      await realm.evaluate(`${script}; undefined`)
      const call: BenchPage['call'] = (name, ...args) =>
        realm.evaluate(`bench.${name}(...${JSON.stringify(args)})`) as never
      await call('prepare', worker, addressOf.index(names))
      return { page, call, close: () => page.close() }
    },
    close: async () => {
      await browser.close()
      site.close()
    },
  }
}

/** Pages and indexes are made once: some of them take seconds. */
function remembered(site: TestSite) {
  const known = new Map<string, string>()
  const once = (key: string, make: () => string): string => {
    const address = known.get(key) ?? make()
    known.set(key, address)
    return address
  }
  return {
    article: (names: number, units: number) =>
      once(`${names}/${units}`, () => site.put(articleOf(names, units), 'text/html', '')),
    index: (names: number) =>
      once(`${names}`, () => site.put(indexOf(names), 'application/octet-stream', '')),
  }
}

async function bundled(file: string): Promise<string> {
  const input = join(import.meta.dirname, file)
  const { output } = await build({ input, output: { format: 'iife' }, write: false })
  return output[0].code
}

/** Waits until a condition holds; looks every 20 ms, from outside, so that the page's own thread is left alone. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('The page does not come to an end.')
    await pause(20)
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
