import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'
import { BUILDS, ROOT, runQuietly } from '../../../.ci/steps.ts'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { startSite } from '../../e2e/harness/site.ts'
import { askBackground } from './in-background.ts'
import type { InTab } from './in-tab.ts'

/**
 * `npm run bench -- place`: recognising in the background against in the tab, in real Chromium, on pages made of
 * the sample article. The figures stand behind docs/adr/0001.
 */

const SIZES = [10_000, 100_000, 1_000_000]
/** Odd, so that the median is a run that happened. */
const TIMES = 9

const rounded = (value: number): number => Number(value.toFixed(1))

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The paragraphs of the sample article, over and over, up to a size in UTF-16 units. */
function pageOf(paragraphs: readonly string[], size: number): { text: string }[] {
  const blocks: { text: string }[] = []
  let length = 0
  for (let at = 0; length < size; at += 1) {
    const text = paragraphs[at % paragraphs.length] ?? ''
    blocks.push({ text })
    length += text.length
  }
  return blocks
}

async function main(): Promise<void> {
  const chromium = BUILDS.filter(({ command }) => !command.includes('firefox'))
  if (!chromium.every(runQuietly)) throw new Error('the extension does not build')
  const compiled = await compileSources(join(ROOT, 'assets/bundles/international-affairs'))
  if (!compiled.ok) throw new Error('the packaged bundle does not compile')
  const json = JSON.stringify(compiled.value.records)
  const { output } = await build({
    input: join(import.meta.dirname, 'in-tab.ts'),
    output: { format: 'iife' },
    write: false,
  })
  const article = readFileSync(join(ROOT, 'tests/fixtures/sample-article/index.html'), 'utf8')
  const paragraphs = [...article.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const site = await startSite()
  const browser = await launch('chromium', { extension: grantedBuild('chromium') })
  const rows: object[] = []
  try {
    const tab = await browser.open(`${site.origin}/sample-article/`)
    await tab.inPage(addScript, output[0].code)
    for (const size of SIZES) {
      const blocks = pageOf(paragraphs, size)
      const away = await tab.inContentScript(askBackground, { blocks, times: TIMES })
      const here = await tab.inPage(runInTab, { json, blocks, times: TIMES })
      if (away.mentions !== here.mentions)
        throw new Error(`${away.mentions} mentions there, ${here.mentions} here`)
      rows.push({
        size,
        mentions: here.mentions,
        'background: answer after (ms)': rounded(median(away.runs)),
        'background: tab blocked (ms)': rounded(median(away.blocked)),
        'tab: blocked (ms)': rounded(median(here.runs)),
        'tab: loading (ms)': rounded(here.load),
        'tab: bytes held': here.bytes,
        'tab blocked ÷ background blocked': rounded(median(here.runs) / median(away.blocked)),
      })
    }
  } finally {
    await browser.close()
    site.close()
  }
  console.table(rows)
  const folder = join(ROOT, 'out', 'bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'place.json'), `${JSON.stringify(rows, null, 2)}\n`)
}

/** Sent into the page. */
function addScript(code: string): void {
  const script = document.createElement('script')
  script.textContent = code
  document.head.append(script)
}

/** Sent into the page. */
function runInTab(input: { json: string; blocks: { text: string }[]; times: number }): Promise<InTab> {
  const { measureInTab } = globalThis as unknown as {
    measureInTab: (json: string, blocks: { text: string }[], times: number) => Promise<InTab>
  }
  return measureInTab(input.json, input.blocks, input.times)
}

await main()
