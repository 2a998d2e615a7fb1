import { buildIndex } from '../../../src/matching/build-index.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import { Oracle } from '../../unit/matching/oracle.ts'
import { ENGINES } from './engines.ts'
import { buildTimes, difference, meanLength, timesOf } from './measure.ts'
import type { Task } from './task.ts'
import { namesFor, textFor } from './texts.ts'

// Runs as a process of its own (processes.ts): does one task and tells the figures as one line of JSON.

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const names = namesFor(task.kind, task.aliases)
const jobs: Record<string, () => unknown> = {
  scan,
  check,
  open,
  build: () => buildTimes(() => buildIndex(names), task.aliases),
}
console.log(JSON.stringify(await jobs[task.job]?.()))

/** Builds, and measures a scan. */
async function scan() {
  const engine = engineOf(task.engine)
  const text = textFor(task.kind, names, task.units)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  const built = await engine(names)
  const build = performance.now() - start
  globalThis.gc?.()
  const bytes = built.bytes ?? process.memoryUsage().heapUsed - before
  return {
    build,
    bytes,
    entityBytes: built.entityBytes ?? 0,
    letters: meanLength(names),
    ...timesOf(built, text),
  }
}

/** Compares with the naive oracle of the tests. */
async function check() {
  const text = textFor(task.kind, names, task.units)
  const built = await engineOf(task.engine)(names)
  const expected = new Oracle(names).scan(text)
  return { candidates: expected.length, ...difference(built.scan(text), expected) }
}

/** From a stored index to the first name found, in a process that has done nothing else before. */
function open() {
  const buffer = buildIndex(names)
  const text = textFor(task.kind, names, task.units)
  const start = performance.now()
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(index.error)
  const [slice] = index.value.scanSlices(text, 1)
  return { open: performance.now() - start, found: slice?.length ?? 0 }
}

function engineOf(name: string) {
  const engine = ENGINES.get(name)
  if (!engine) throw new Error(`no engine ${name}`)
  return engine
}
