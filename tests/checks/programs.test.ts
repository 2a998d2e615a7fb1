import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** Runs a program of the repository to its end. */
const run = (program: string, word: string) =>
  spawnSync(process.execPath, [join(ROOT, program), word], { encoding: 'utf8' })

const PROGRAMS = [
  '.ci/check.ts',
  'tests/eval/run.ts',
  'tests/start/start.ts',
  'tests/bench/run.ts',
  'tests/soak/run.ts',
]

test.each([...PROGRAMS, '.ci/test.ts'])('%s says what it does when asked', (program) => {
  expect(run(program, '--help')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^npm /),
    stderr: '',
  })
})

test.each(PROGRAMS)('%s refuses an option that it does not know, without the trace of a fault', (program) => {
  const { status, stderr } = run(program, '--no-such-option')
  expect([status, stderr]).toEqual([2, expect.stringContaining('--no-such-option')])
  expect(stderr).not.toContain('    at ')
})
