import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BUILDS, ROOT, runAloud, runQuietly } from './steps.ts'

/** `npm test [-- PROJECT...]`: the projects of vitest.config.ts, the quick ones first; the last line counts. */

const PROJECTS = ['unit', 'checks', 'browser', 'e2e']
/** What Vitest writes with its JSON reporter, as far as it is read here. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

const totals = { passed: 0, failed: 0 }

function runTests(projects: readonly string[], name: string): void {
  if (projects.length === 0) return
  const file = join(ROOT, 'out', 'test', `${name}.json`)
  rmSync(file, { force: true })
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = runAloud('vitest', 'run', ...chosen, ...reporters)
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as Report
  totals.passed += numPassedTests
  // A file that cannot be loaded has no failed test of its own; the exit code tells of it.
  totals.failed += code === 0 ? numFailedTests : Math.max(1, numFailedTests)
}

function main(asked: readonly string[]): void {
  const unknown = asked.find((project) => !PROJECTS.includes(project))
  if (unknown !== undefined) throw new Error(`No project "${unknown}": there are ${PROJECTS.join(', ')}.`)
  const chosen = PROJECTS.filter((project) => asked.length === 0 || asked.includes(project))
  runTests(
    chosen.filter((project) => project === 'unit'),
    'unit',
  )
  const built = chosen.filter((project) => project !== 'unit')
  if (built.length > 0) {
    if (BUILDS.every(runQuietly)) runTests(built, 'built')
    else totals.failed += 1
  }
  if (totals.passed === 0) totals.failed = Math.max(1, totals.failed)
}

const asked = process.argv.slice(2)
if (asked.includes('--help') || asked.includes('-h')) {
  console.log(`npm test [-- PROJECT...]: the tests, of the projects named or of all: ${PROJECTS.join(', ')}.`)
  process.exit(0)
}

try {
  main(asked)
} catch (error) {
  console.error(error)
  totals.failed = Math.max(1, totals.failed)
}
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1
