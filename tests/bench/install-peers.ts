import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Installs the libraries that a benchmark compares with, dependencies of the benchmarks alone, unless this one is there. */
export function installPeers(needed: string): void {
  if (existsSync(join(import.meta.dirname, 'node_modules', needed))) return
  console.log('Installing the libraries to compare with into tests/bench/node_modules (npm ci)')
  const settings = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', settings, {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}
