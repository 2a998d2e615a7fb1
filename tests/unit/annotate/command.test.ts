import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))
/** A fresh process compiles the packaged bundle; other work may slow the machine. */
const PATIENCE = 30_000

/** Runs `annotate` as a process of its own. */
async function run(argv: readonly string[], input: string) {
  const child = spawn(process.execPath, [MAIN, 'annotate', ...argv], { stdio: ['pipe', 'pipe', 'pipe'] })
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray())
  // A command that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => {}).end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, out: ((await out) ?? []).join(''), err: ((await err) ?? []).join('') }
}

describe('the command', () => {
  test(
    'annotates each line and ends well where all were requests',
    async () => {
      const { code, out, err } = await run([], '{"id":1,"text":"The UN."}\n{"id":2,"text":""}\n')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const results = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(results).toMatchObject([
        { id: 1, mentions: [{ entity: 'un' }] },
        { id: 2, mentions: [] },
      ])
    },
    PATIENCE,
  )

  test(
    'tells a bad line on both streams with its number, goes on, and ends with 1',
    async () => {
      const { code, out, err } = await run([], '{"id":1,"text":""}\nnonsense\n{"id":3,"text":""}\n')
      expect(code).toBe(1)
      expect(err).toMatch(/^line 2: not-json: .+\n$/)
      expect(
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([{ id: 1 }, { line: 2 }, { id: 3 }])
    },
    PATIENCE,
  )

  test(
    'ends in silence where nobody reads on, as after "| head"',
    async () => {
      const child = spawn(process.execPath, [MAIN, 'annotate'], { stdio: ['pipe', 'pipe', 'pipe'] })
      const err = child.stderr.setEncoding('utf8').toArray()
      child.stdout.once('data', () => child.stdout.destroy())
      child.stdin.on('error', () => {})
      const feed = setInterval(() => child.stdin.write('{"id":1,"text":"The UN."}\n'.repeat(1_000)), 5)
      const [code] = (await once(child, 'close')) as [number]
      clearInterval(feed)
      expect({ code, err: await err }).toEqual({ code: 0, err: [] })
    },
    PATIENCE,
  )

  test.each<readonly [argv: readonly string[], code: number, reason: string]>([
    [['--bundle', '/no/such/folder'], 1, 'a bundle that cannot be read'],
    [['--speed', '9'], 2, 'an unknown option'],
    [['file.txt'], 2, 'a word that means nothing here'],
    [['--help'], 0, 'asked for help'],
  ])(
    '%j ends with %i (%s)',
    async (argv, code) => {
      const result = await run(argv, '')
      expect(result.code).toBe(code)
      expect(code === 0 ? result.out : result.err).not.toBe('')
    },
    PATIENCE,
  )
})
