import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseSubscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { startPublisher, succeed } from './published-repository.ts'
import { sourceFolder } from './source-folder.ts'

const MAIN = join(import.meta.dirname, '../../../src/cli/main.ts')

/** Starts the program as a person would: by Node, without a build step. */
function start(...argv: readonly string[]) {
  const program = spawn(process.execPath, [MAIN, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void program.kill('SIGKILL'))
  return program
}

describe('the program itself', { timeout: 30_000 }, () => {
  test('serves until it is asked to end, and prints a link that a reader can use', async () => {
    const { out } = await startPublisher(await sourceFolder())
    const program = start('bundle', 'serve', out)
    const [line] = (await once(createInterface(program.stdout), 'line')) as [string]
    const link = parseSubscriptionLink(line.replace('Subscribe to: ', ''))
    expect(link.ok && (await fetch(`${link.value.base}metadata/timestamp.json`)).status).toBe(200)
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
  })

  test('says that readers would take nothing of what has expired', async () => {
    const publisher = await startPublisher(await sourceFolder())
    await succeed('sign', publisher.out, '--keys', publisher.keys, '--at', '2026-01-02T00:00:00Z')
    const program = start('bundle', 'serve', publisher.out)
    const [line] = (await once(createInterface(program.stderr), 'line')) as [string]
    expect(line).toMatch(/^Its timestamp expired on 2026-01-16T.*"bundle sign"/)
    program.kill('SIGTERM')
    await once(program, 'exit')
  })

  test('gives the exit code of the command', async () => {
    expect(await once(start('bundle', 'check'), 'exit')).toEqual([2, null])
  })
})
