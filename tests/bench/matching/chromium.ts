import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'rolldown'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { renderersMegabytes } from '../sync/watch-memory.ts'
import { median } from './measure.ts'
import type { Outcome, Task, Values } from './task.ts'
import { namesFor, textFor } from './texts.ts'

const FRESH_WORKERS = 5
const WORKER_MS = 5_000
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>matching</title><script type="module" src="/in-page.js"></script>'

/** Does tasks in a real Chromium, started anew for each. */
export class Browsers {
  private readonly executablePath = findBrowser('chromium')
  private readonly scripts = new Map<string, Promise<string>>()
  private server: Server | undefined
  /** What the page is to fetch. */
  private index = new Uint8Array()
  private text = ''

  /** Fails where there is no Chromium. */
  async outcomeOf(task: Task): Promise<Outcome> {
    if (this.executablePath === undefined) return { outcome: 'failed', values: {} }
    const names = namesFor(task.kind, task.aliases)
    this.index = task.job === 'browser build' ? new Uint8Array() : new Uint8Array(buildIndex(names))
    this.text = textFor(task.kind, names, task.units)
    this.server ??= await this.serve()
    const browser = await puppeteer.launch({
      executablePath: this.executablePath,
      headless: true,
      pipe: true,
      args: FLAGS,
      protocolTimeout: 600_000,
    })
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`)
      return { outcome: 'measured', values: await valuesOf(task, browser, page) }
    } finally {
      await browser.close()
    }
  }

  async close(): Promise<void> {
    const { server } = this
    if (server) await new Promise((resolve) => server.close(resolve))
  }

  /** A page, its workers, the index and the text, on a port of the loopback. */
  private async serve(): Promise<Server> {
    const server = createServer((request, response) => {
      this.answer(request.url ?? '').then(
        ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return server
  }

  private async answer(url: string): Promise<[string, string | Uint8Array]> {
    if (url === '/') return ['text/html', PAGE]
    if (url === '/index') return ['application/octet-stream', this.index]
    if (url === '/text') return ['text/plain; charset=utf-8', this.text]
    const script = /^\/(in-[a-z-]+)\.js/.exec(url)?.[1]
    return ['text/javascript', script === undefined ? '' : await this.script(`${script}.ts`)]
  }

  private script(file: string): Promise<string> {
    const known = this.scripts.get(file) ?? bundled(file)
    this.scripts.set(file, known)
    return known
  }
}

async function bundled(file: string): Promise<string> {
  const { output } = await build({
    input: join(import.meta.dirname, file),
    output: { format: 'iife', minify: true },
    write: false,
  })
  return output[0].code
}

async function valuesOf(task: Task, browser: Browser, page: Page): Promise<Values> {
  if (task.job === 'browser build')
    return page.evaluate(async (aliases) => ({ ...(await globalThis.measureBuild(aliases)) }), task.aliases)
  if (task.job === 'browser scan') return page.evaluate(async () => ({ ...(await globalThis.measureScan()) }))
  await page.evaluate(() => globalThis.storeIndex())
  if (task.job === 'browser memory') return { memory: await memoryOfIndex(browser, page) }
  const times: number[] = []
  for (let count = 0; count < FRESH_WORKERS; count++) times.push(await freshWorker(browser, page))
  return { firstHit: median(times) }
}

/** Stops the service worker, wakes it with a message, and has it tell how long it took to the first hit. */
async function freshWorker(browser: Browser, page: Page): Promise<number> {
  await stopWorker(browser)
  return page.evaluate(() => globalThis.askWorker('hit'))
}

async function stopWorker(browser: Browser): Promise<void> {
  const target = await browser
    .waitForTarget((each) => each.type() === 'service_worker', { timeout: WORKER_MS })
    .catch(() => undefined)
  await (await target?.worker())?.close()
}

/**
 * MB of all renderers once a service worker holds the index and has found something by it, over the same worker that has
 * done nothing; before it a page that has stored the index is gone with all that it held.
 */
async function memoryOfIndex(browser: Browser, page: Page): Promise<number> {
  const origin = page.url()
  const other = await browser.newPage()
  await page.close()
  const taken: number[] = []
  for (let count = 0; count < FRESH_WORKERS; count++) {
    await stopWorker(browser)
    await other.goto('about:blank')
    await other.goto(origin)
    await other.evaluate(() => globalThis.askWorker('idle'))
    const idle = renderersMegabytes()
    await other.evaluate(() => globalThis.askWorker('hit'))
    taken.push(renderersMegabytes() - idle)
  }
  return median(taken)
}
