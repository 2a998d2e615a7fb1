import { readOptions } from './read-options.ts'
import { BUILDS, runQuietly, type Step } from './steps.ts'

/** `npm run check [-- --no-tests]`: everything that can be said of the sources and the package without a browser. */

const SOURCES: readonly Step[] = [
  { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { title: 'lint with types, no floating promises', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { title: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  {
    title: 'no browser and no Node in the pure layers',
    command: ['tsc', '--noEmit', '-p', 'tsconfig.pure.json'],
  },
  {
    title: 'the facts of the packaged bundle',
    command: ['node', 'src/cli/main.ts', 'bundle', 'check', 'assets/bundles/international-affairs'],
  },
  { title: 'no dead code', command: ['knip', '--treat-config-hints-as-errors'] },
]

const LINT_ADD_ON = [
  '--source-dir',
  '.output/firefox-mv3',
  '--warnings-as-errors',
  '--no-config-discovery',
  '--boring',
]

const PACKAGE: readonly Step[] = [
  ...BUILDS,
  { title: 'size budgets', command: ['size-limit'] },
  { title: 'the Firefox add-on linter', command: ['web-ext', 'lint', ...LINT_ADD_ON] },
]

/** `npm test` runs these too. */
const TESTS: readonly Step[] = [
  {
    title: 'layers, manifest, package and repository; unit tests',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'checks'],
  },
]

const USAGE = `npm run check [-- --no-tests]: format, lint, types, layers, dead code, builds, size budgets, the add-on linter, tests
of the sources. --no-tests leaves the tests out.`

const { 'no-tests': noTests } = readOptions(USAGE, { 'no-tests': { type: 'boolean', default: false } })
const steps = [...SOURCES, ...PACKAGE, ...(noTests ? [] : TESTS)]
const failed = steps.filter((step) => !runQuietly(step))
console.log(failed.length === 0 ? 'check: all is well' : `check: ${failed.length} of ${steps.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
