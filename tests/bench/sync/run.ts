import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../.ci/steps.ts'
import { measureLayouts } from './layouts.ts'
import { measureWire } from './wire.ts'

/**
 * `npm run bench -- sync [wire] [layouts]`: what an update costs on the wire; how records lie in the database and what
 * that costs, in real Chromium (the figures behind docs/adr/0008).
 */

const MEASURES: Readonly<Record<string, () => Promise<object[]>>> = {
  wire: measureWire,
  layouts: measureLayouts,
}

async function main(asked: readonly string[]): Promise<void> {
  const folder = join(ROOT, 'out', 'bench')
  mkdirSync(folder, { recursive: true })
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const rows = await measure()
    console.table(rows)
    writeFileSync(join(folder, `sync-${name}.json`), `${JSON.stringify(rows, null, 2)}\n`)
  }
}

await main(process.argv.slice(3))
