import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './measure.ts'
import { isCalm, type Outcome, type Task, titleOf, type Values } from './task.ts'

const ROOT = join(import.meta.dirname, '../../..')
const OUT = join(ROOT, 'out/bench')
const FILE = join(OUT, 'matching.json')
const OWN_SOURCES = ['src/text', 'src/matching', 'tests/bench/matching']

/** A task with the figures of all its runs: the median of each, or how it failed. */
export interface Figure extends Task, Outcome {
  readonly runs: number
  /** Set where no run was quiet: L varied by more than 15 %. */
  readonly disturbed: boolean
}

interface Cell {
  readonly task: Task
  /** Of the engine that was measured; figures of other sources are dropped. */
  readonly sources: string
  readonly outcomes: Outcome[]
}

/** What has been measured so far, kept in out/bench/matching.json from one run to the next. */
export class Results {
  private readonly cells = new Map<string, Cell>()
  private readonly sources = hashOfSources()

  /** Reads what earlier runs left; `fresh` begins anew. */
  constructor(fresh: boolean) {
    if (fresh || !existsSync(FILE)) return
    const stored = JSON.parse(readFileSync(FILE, 'utf8')) as { cells?: Cell[] }
    for (const cell of stored.cells ?? [])
      if (cell.task.engine !== 'ours' || cell.sources === this.sources)
        this.cells.set(titleOf(cell.task), cell)
  }

  /** Whether a task has had so many runs on a quiet machine, or has failed, which it would again. */
  isDone(task: Task, runs: number): boolean {
    const outcomes = this.outcomesOf(task)
    if (outcomes.some(({ outcome }) => outcome !== 'measured')) return true
    const needed = task.job === 'check' ? 1 : runs
    return outcomes.filter(isCalm).length >= needed
  }

  /** Keeps an outcome. One of a disturbed run stays only until there is a better one. */
  add(task: Task, outcome: Outcome): void {
    const known = this.outcomesOf(task)
    const outcomes = isCalm(outcome) ? [...known.filter(isCalm), outcome] : keptBeside(known, outcome)
    this.cells.set(titleOf(task), { task, sources: this.sources, outcomes })
    this.save()
  }

  /** Forgets the tasks whose titles hold a text: they are measured again. */
  forget(part: string): void {
    for (const title of this.cells.keys()) if (title.includes(part)) this.cells.delete(title)
  }

  outcomesOf(task: Task): readonly Outcome[] {
    return this.cells.get(titleOf(task))?.outcomes ?? []
  }

  /** All figures. */
  figures(): Figure[] {
    return [...this.cells.values()].map(({ task, outcomes }) => ({ ...task, ...merged(outcomes) }))
  }

  private save(): void {
    mkdirSync(OUT, { recursive: true })
    const { node, v8 } = process.versions
    const figures = this.figures()
    const content = {
      node,
      v8,
      measuredAt: new Date().toISOString(),
      figures,
      cells: [...this.cells.values()],
    }
    writeFileSync(FILE, `${JSON.stringify(content, null, 1)}\n`)
  }
}

function keptBeside(known: readonly Outcome[], disturbed: Outcome): Outcome[] {
  if (known.some(isCalm)) return known.filter(isCalm)
  const unrestOf = ({ values }: Outcome) => values.unrest ?? 0
  const [best = disturbed] = [...known, disturbed].sort((one, other) => unrestOf(one) - unrestOf(other))
  return [best]
}

function merged(outcomes: readonly Outcome[]): Outcome & Pick<Figure, 'runs' | 'disturbed'> {
  const [first] = outcomes
  const disturbed = !outcomes.some(isCalm)
  if (first?.outcome !== 'measured')
    return { ...(first ?? { outcome: 'failed', values: {} }), runs: outcomes.length, disturbed: false }
  const names = Object.keys(first.values)
  const values: Values = Object.fromEntries(
    names.map((name) => [name, median(outcomes.map((each) => each.values[name] ?? Number.NaN))]),
  )
  return { outcome: 'measured', values, runs: outcomes.length, disturbed }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of OWN_SOURCES)
    for (const name of readdirSync(join(ROOT, folder)).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(join(ROOT, folder, name)))
  return hash.digest('hex').slice(0, 16)
}
