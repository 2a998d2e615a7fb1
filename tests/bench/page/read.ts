import type { CDPSession, Page } from 'puppeteer-core'
import { type BenchBrowser, type BenchPage, pause, until } from './browser.ts'
import { phasesOf } from './phases.ts'

/** Figures by name: milliseconds unless the name says otherwise. */
export type Figures = Readonly<Record<string, number>>

/** So many hit tests in one run. */
const HITS = 300

/** Marking one article: main-thread time in all, the longest slice, what was marked, and hit tests on it. */
export async function measureReading(browser: BenchBrowser, names: number, units: number): Promise<Figures> {
  const page = await browser.open(names, units)
  await settle(page.page)
  const { marks, painted, total, longest } = await marked(page)
  const hits = (await page.call('hitTimes', HITS)).sort((a, b) => a - b)
  await page.close()
  return {
    marks,
    painted,
    total,
    longest,
    hit: hits[HITS >> 1] ?? Number.NaN,
    hit95: hits[Math.floor(HITS * 0.95)] ?? Number.NaN,
  }
}

/** The same under the sampling profiler: where the time goes, by phase. The profiler itself costs some. */
export async function measurePhases(browser: BenchBrowser, names: number, units: number): Promise<Figures> {
  const page = await browser.open(names, units)
  await settle(page.page)
  const session = await page.page.createCDPSession()
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })
  await session.send('Profiler.start')
  await marked(page)
  const { profile } = await session.send('Profiler.stop')
  await page.close()
  return phasesOf(profile)
}

/** Layouts and recalculations of style while an article is marked, beyond those of the same page left alone for as long. */
export async function measureLayout(browser: BenchBrowser, names: number, units: number): Promise<Figures> {
  const page = await browser.open(names, units)
  await settle(page.page)
  const before = await countsOf(page.page)
  const start = performance.now()
  await marked(page)
  await pause(300)
  const time = performance.now() - start
  const after = await countsOf(page.page)
  await page.close()
  const bare = await browser.openBare(names, units)
  await settle(bare)
  const bareBefore = await countsOf(bare)
  await pause(time)
  const bareAfter = await countsOf(bare)
  await bare.close()
  const added = (name: 'layouts' | 'styles'): number =>
    after[name] - before[name] - (bareAfter[name] - bareBefore[name])
  return { layouts: added('layouts'), styles: added('styles') }
}

/** Heap of the page in megabytes, beyond the same page with the script in it and not started. */
export async function measureMemory(browser: BenchBrowser, names: number, units: number): Promise<Figures> {
  const page = await browser.open(names, units)
  await settle(page.page)
  const session = await page.page.createCDPSession()
  const bare = await heapOf(session)
  await marked(page)
  await pause(300)
  const megabytes = ((await heapOf(session)) - bare) / 1e6
  await page.close()
  return { megabytes }
}

/** Starts a page, waits until it is marked and painted, and gives its figures. */
export async function marked({ call }: BenchPage) {
  await call('start')
  await until(() => call('isDone'))
  return call('figures')
}

/** Two frames and a rest: what the page does by itself is over. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  )
  await pause(200)
}

async function countsOf(page: Page): Promise<{ layouts: number; styles: number }> {
  const { LayoutCount = 0, RecalcStyleCount = 0 } = await page.metrics()
  return { layouts: LayoutCount, styles: RecalcStyleCount }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
