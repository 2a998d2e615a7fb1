import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../matching/measure.ts'
import type { Figures } from './read.ts'

const ROOT = join(import.meta.dirname, '../../..')
const OUT = join(ROOT, 'out/bench')
const FILE = join(OUT, 'page.json')
const OWN_SOURCES = ['src/page', 'tests/bench/page']

interface Cell {
  /** Of the page layer that was measured; figures of other sources are dropped. */
  readonly sources: string
  readonly runs: Figures[]
}

/** What has been measured so far, kept in out/bench/page.json from one run to the next. */
export class Results {
  private readonly cells = new Map<string, Cell>()
  private readonly sources = hashOfSources()

  /** Reads what earlier runs left; `fresh` begins anew. */
  constructor(fresh: boolean) {
    if (fresh || !existsSync(FILE)) return
    const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Cell>
    for (const [title, cell] of Object.entries(stored))
      if (cell.sources === this.sources) this.cells.set(title, cell)
  }

  runsOf(title: string): number {
    return this.cells.get(title)?.runs.length ?? 0
  }

  add(title: string, figures: Figures): void {
    const runs = [...(this.cells.get(title)?.runs ?? []), figures]
    this.cells.set(title, { sources: this.sources, runs })
    mkdirSync(OUT, { recursive: true })
    writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(this.cells), null, 1)}\n`)
  }

  /** The median of each figure over the runs; undefined where nothing was measured. */
  figuresOf(title: string): Figures | undefined {
    const runs = this.cells.get(title)?.runs ?? []
    const [first] = runs
    if (first === undefined) return undefined
    return Object.fromEntries(
      Object.keys(first).map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]),
    )
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of OWN_SOURCES)
    for (const name of readdirSync(join(ROOT, folder)).sort())
      hash.update(readFileSync(join(ROOT, folder, name)))
  return hash.digest('hex').slice(0, 16)
}
