import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../.ci/steps.ts'
import { earlierRows, measureImport, SIZES } from './import.ts'
import { measureLayouts } from './layouts.ts'
import { measureMillion } from './million.ts'
import { measureResume } from './resume.ts'
import { measureWire } from './wire.ts'

/**
 * `npm run bench -- sync [wire] [layouts] [resume] [million] [import [10k] [100k] [1m]]`: what an update costs on the
 * wire; how records lie in the database (the figures behind docs/adr/0008); what an import that was ended fetches twice; a
 * million entities in the shipped extension; how long a bundle takes to come into a real Chromium, and what readers
 * notice of it (docs/adr/0009). Each part alone, or all but the million; results are added to out/bench/sync.json.
 */

const MEASURES: Readonly<Record<string, (words: readonly string[]) => Promise<object[]>>> = {
  wire: measureWire,
  layouts: measureLayouts,
  million: measureMillion,
  resume: measureResume,
  import: (words) => {
    const sizes = Object.keys(SIZES).filter((size) => words.includes(size))
    return measureImport(sizes.length > 0 ? sizes : Object.keys(SIZES))
  },
}

async function main(asked: readonly string[]): Promise<void> {
  const folder = join(ROOT, 'out', 'bench')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'sync.json')
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (asked.length > 0 ? !asked.includes(name) : name === 'million') continue
    const rows = await measure(asked)
    console.log(JSON.stringify(rows, null, 2))
    writeFileSync(file, `${JSON.stringify({ ...earlierRows(file), [name]: rows }, null, 2)}\n`)
  }
}

await main(process.argv.slice(3))
