import { parseArgs } from 'node:util'
import { installPeers } from '../install-peers.ts'
import { Browsers } from './chromium.ts'
import { goalsTable } from './goals.ts'
import { plan } from './plan.ts'
import { outcomeOf } from './processes.ts'
import { Results } from './results.ts'
import { peersTable, scansTable } from './tables.ts'
import { isCalm, type Outcome, SECTIONS, type Section, type Task, titleOf } from './task.ts'

/**
 * `npm run bench -- matching [--quick] [--only SECTION,...] [--minutes M] [--runs 3] [--again TEXT] [--fresh]`
 *
 * The matching engine against its goals and against other libraries: each figure is the median of fresh processes
 * that take turns, each beside L, the loop over the same text. A run in which L varies by more than 15 % is done
 * again. First of all everything is compared with the naive oracle of the tests.
 *
 * Figures are kept in out/bench/matching.json; what is there is not measured again unless the sources have changed,
 * so that the whole may be done in parts: `--minutes` ends after so long, `--only` names sections, `--again` forgets
 * the cells whose titles hold a text, `--fresh` all.
 */

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: SECTIONS.join() },
    minutes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    again: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
})

/** How often a task is tried until the machine is quiet. */
const TRIES = 3

const until = performance.now() + Number(options.minutes) * 60_000
const runs = options.quick ? 1 : Number(options.runs)
const sections = options.only.split(',').map(sectionOf)
const tasks = plan(sections, options.quick)
const results = new Results(options.fresh)
if (options.again !== undefined) results.forget(options.again)
if (tasks.some(({ engine }) => engine !== 'ours')) installPeers('fastscan')
const browsers = new Browsers()
try {
  await measureAll()
} finally {
  await browsers.close()
}
console.log(`\n${[goalsTable, scansTable, peersTable].map((table) => table(results.figures())).join('\n\n')}`)
const left = tasks.filter((task) => !results.isDone(task, runs))
if (left.length > 0) console.log(`\n${left.length} cells are still to be measured: run it again.`)

/** In rounds, so that all engines see the same weather. */
async function measureAll(): Promise<void> {
  for (let round = 1; round <= runs; round++)
    for (const task of tasks) {
      if (performance.now() > until) return
      if (!results.isDone(task, round)) await measure(task, round)
    }
}

async function measure(task: Task, round: number): Promise<void> {
  const known = foregone(task)
  for (let count = 0; count < TRIES && !results.isDone(task, round); count++) {
    const outcome =
      known ?? (await (task.job.startsWith('browser') ? browsers.outcomeOf(task) : outcomeOf(task)))
    results.add(task, outcome)
    console.log(`${round}/${runs} ${titleOf(task)}: ${told(outcome)}`)
    refuseDifference(task, outcome)
  }
}

/** A peer that failed with fewer aliases and less text fails with more: it is not tried. */
function foregone(task: Task): Outcome | undefined {
  if (task.engine === 'ours' || task.job !== 'scan') return undefined
  return results
    .figures()
    .find(
      (each) =>
        each.engine === task.engine &&
        each.job === 'scan' &&
        each.outcome !== 'measured' &&
        each.aliases <= task.aliases &&
        each.units <= task.units,
    )
}

function told(outcome: Outcome): string {
  if (outcome.outcome !== 'measured') return outcome.outcome
  const values = Object.entries(outcome.values).map(
    ([name, value]) => `${name} ${Number(value.toPrecision(4))}`,
  )
  return values.join(', ') + (isCalm(outcome) ? '' : ' (disturbed)')
}

function refuseDifference(task: Task, { outcome, values }: Outcome): void {
  if (task.job !== 'check') return
  if (outcome !== 'measured' || values.missing !== 0 || values.extra !== 0) {
    results.forget(titleOf(task))
    throw new Error(`${titleOf(task)} differs from the oracle: nothing else counts`)
  }
}

function sectionOf(name: string): Section {
  const section = SECTIONS.find((each) => each === name)
  if (!section) throw new Error(`--only ${name}: there are ${SECTIONS.join(', ')}`)
  return section
}
