import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Outcome, Task, Values } from './task.ts'

const CELL = join(import.meta.dirname, 'cell.ts')
/** What a cell of a peer may take, building included. */
const PATIENCE_MS = 60_000
/** The oracle is naive: it takes longer than any engine of ours. */
const OWN_PATIENCE_MS = 600_000

/** Does a task in a fresh process. */
export async function outcomeOf(task: Task): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=12288', CELL, JSON.stringify(task)],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let late = false
  const timer = setTimeout(
    () => {
      late = true
      child.kill('SIGKILL')
    },
    task.engine === 'ours' ? OWN_PATIENCE_MS : PATIENCE_MS,
  )
  const output = child.stdout.setEncoding('utf8').toArray()
  await once(child, 'close')
  clearTimeout(timer)
  if (late) return { outcome: '> 60 s', values: {} }
  const text = ((await output) as string[]).join('')
  if (text.trim() === '') return { outcome: 'failed', values: {} }
  return { outcome: 'measured', values: JSON.parse(text) as Values }
}
