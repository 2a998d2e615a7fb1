import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'

/** The folder of the repository; every step runs there. */
export const ROOT = dirname(import.meta.dirname)

/** One tool to run: what it proves, and its command line. */
export interface Step {
  readonly title: string
  readonly command: readonly [program: string, ...args: string[]]
}

/** Both builds, which most steps need. */
export const BUILDS: readonly Step[] = [
  { title: 'the Chromium build', command: ['wxt', 'build'] },
  { title: 'the Firefox build', command: ['wxt', 'build', '--browser', 'firefox'] },
]

/** Runs a tool quietly and says in one line how it went; what it printed is shown only where it failed. */
export function runQuietly({ title, command }: Step): boolean {
  const [program, ...args] = command
  const start = performance.now()
  const shell = process.platform === 'win32'
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, shell, encoding: 'utf8' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`)
  if (status !== 0) console.log(`${command.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`)
  return status === 0
}

/** Runs a tool with its output shown, and gives its exit code. */
export function runAloud(...[program, ...args]: Step['command']): number {
  const shell = process.platform === 'win32'
  return spawnSync(program, args, { cwd: ROOT, shell, stdio: 'inherit' }).status ?? 1
}
