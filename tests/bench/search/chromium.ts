import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { build } from 'rolldown'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { FLAGS } from '../sync/import.ts'
import { watchMemory } from '../sync/watch-memory.ts'
import type { BuildReport } from './in-search-builder.ts'

const ENTITIES = 1_000_000
const PAGE = '<!doctype html><meta charset="utf-8"><title>search</title>'

/** What the index of so many entities takes to be built, in a worker of a real Chromium: time, longest step, memory. */
export async function measureBuilder(entities = ENTITIES): Promise<object> {
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined) throw new Error('There is no Chromium.')
  const { origin, close } = await serve()
  const browser = await puppeteer.launch({ executablePath, headless: true, pipe: true, args: FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(origin)
    const memory = watchMemory()
    await page.exposeFunction('markPhase', (phase: string) => memory.mark(phase))
    const cost = await page.evaluate(
      (count) =>
        new Promise<object>((resolve) => {
          const worker = new Worker('/builder.js')
          worker.onmessage = ({ data }: MessageEvent<BuildReport>) => {
            if ('cost' in data) resolve(data.cost)
            else globalThis.markPhase?.(data.phase)
          }
          worker.postMessage(count)
        }),
      entities,
    )
    return { entities, ...cost, memory: memory.stop() }
  } finally {
    await browser.close()
    close()
  }
}

/** A page, and the worker as one script, on a port of the loopback. */
async function serve(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const { output } = await build({
    input: join(import.meta.dirname, 'in-search-builder.ts'),
    output: { format: 'iife', minify: true, codeSplitting: false },
    write: false,
  })
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/builder.js' ? ['text/javascript', output[0].code] : ['text/html', PAGE]
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}
