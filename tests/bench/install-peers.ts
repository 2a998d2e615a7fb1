import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Installs the libraries that benchmarks compare with, where the one asked for is missing: nothing else depends on them. */
export function installPeers(library: string): void {
  if (existsSync(join(import.meta.dirname, 'node_modules', library))) return
  console.log('Installing the libraries to compare with into tests/bench/node_modules (npm ci)')
  const settings = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const isWindows = process.platform === 'win32'
  execFileSync('npm', settings, { cwd: import.meta.dirname, stdio: 'inherit', shell: isWindows })
}

/** What a library exports under a name, or by default. The name of the library is no literal: it need not be there. */
export async function loadPeer<T>(library: string, name = 'default'): Promise<T> {
  const module = (await import(library)) as Record<string, unknown>
  return (module[name] ?? module) as T
}
