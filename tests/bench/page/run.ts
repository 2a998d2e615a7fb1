import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { bundleInside } from '../../browser/bundle-inside.ts'
import { openTestPage, type TestPage } from '../../browser/test-page.ts'
import { startTestSite } from '../../browser/test-site.ts'
import { measureWrapping } from './in-page.ts'

/**
 * `npm run bench -- page`: what the page layer costs the main thread of a real Chromium, by size of the page:
 * reading, ranges and painting, without the recognising, which happens in the background (`bench -- place`,
 * `bench -- matching`). Beside it, the same names wrapped in `<mark>` elements. A name every 90 characters.
 */

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
/** Odd, so that the median is a run that happened. */
const TIMES = 5

const SENTENCE =
  'On Thursday the ITU met again, and those who spoke for the members agreed on most of what had been said. '

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const rounded = (value: number): number => Number(value.toFixed(2))

/** Paragraphs of five sentences, in sections, as a long article has them. */
function htmlOf(size: number): string {
  const paragraph = `<p>${SENTENCE.repeat(5)}</p>`
  const count = Math.ceil(size / (SENTENCE.length * 5))
  return `<!doctype html><html lang="en"><title>Bench</title><main>${paragraph.repeat(count)}</main></html>`
}

async function measure(open: () => Promise<TestPage>): Promise<Record<string, number>> {
  const totals: number[] = []
  const slices: number[] = []
  let hits: readonly number[] = []
  let marks = 0
  let painted = 0
  for (let run = 0; run < TIMES; run++) {
    const page = await open()
    await page.call('start')
    await page.until('marks', [], (each) => each?.state === 'marked')
    await page.until('painted', [], ({ length }) => length > 0)
    const { total, longest } = await page.call('slices')
    totals.push(total)
    slices.push(longest)
    marks = (await page.call('counts')).ITU ?? 0
    painted = (await page.call('painted')).length
    if (run === 0) hits = await page.call('hitTimes', 200)
    await page.close()
  }
  return {
    marks,
    painted,
    total: median(totals),
    slice: median(slices),
    hit: median(hits),
    worstHit: Math.max(...hits),
  }
}

async function wrapping(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url)
  const time = await page.evaluate(measureWrapping, 'ITU')
  await page.close()
  return time
}

async function main(): Promise<void> {
  const script = await bundleInside()
  const site = await startTestSite()
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined) throw new Error('No Chromium: run `node .ci/setup.mjs`.')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await puppeteer.launch({ executablePath, pipe: true, args: ['--disable-gpu', ...sandbox] })
  const rows: object[] = []
  for (const size of SIZES) {
    const url = site.put(htmlOf(size), 'text/html')
    const {
      marks = 0,
      painted = 0,
      total = 0,
      slice = 0,
      hit = 0,
      worstHit = 0,
    } = await measure(async () => openTestPage(await browser.newPage(), url, script))
    rows.push({
      'text (units)': size,
      marks,
      painted,
      'main thread in all (ms)': rounded(total),
      'longest slice (ms)': rounded(slice),
      'hit test, median (ms)': rounded(hit),
      'hit test, worst (ms)': rounded(worstHit),
      'wrapping in <mark> (ms)': rounded(await wrapping(browser, url)),
    })
  }
  await browser.close()
  site.close()
  console.table(rows)
}

await main()
