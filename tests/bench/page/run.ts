import { parseArgs } from 'node:util'
import { installPeers } from '../install-peers.ts'
import { startBrowser } from './browser.ts'
import { goalsTable, rounded } from './goals.ts'
import { plan, SECTIONS, type Section, type Task } from './plan.ts'
import { Results } from './results.ts'

/**
 * `npm run bench -- page [--only SECTION,...] [--minutes M] [--runs 5] [--fresh]`
 *
 * What the page layer costs the main thread of a real Chromium, on articles of 10 KB to 10 MB with 1,000 and 100,000
 * known names, recognised by the real index in a worker: in all, in its longest slice, by phase (a sampling profiler);
 * layouts added, heap, hit tests, pages that change in every frame, and from the dwell to the card in the real
 * extension. Beside it mark.js, and elements alone. Each figure is the median of runs that take turns.
 *
 * Figures are kept in out/bench/page.json; what is there is not measured again unless the sources have changed, so that
 * the whole may be done in parts: `--minutes` ends after so long, `--only` names sections, `--fresh` forgets all.
 */

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    only: { type: 'string', default: SECTIONS.join() },
    minutes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    fresh: { type: 'boolean', default: false },
  },
})

const end = performance.now() + Number(options.minutes) * 60_000
const runs = Number(options.runs)
const tasks = plan(options.only.split(',').map(sectionOf))
const results = new Results(options.fresh)
if (tasks.some(({ section }) => section === 'peers')) installPeers('mark.js')
const browser = await startBrowser()
try {
  for (let round = 1; round <= runs; round++)
    for (const task of tasks)
      if (results.runsOf(task.title) < round && performance.now() < end) await measure(task, round)
} finally {
  await browser.close()
}
console.table(Object.fromEntries(tasks.map(({ title }) => [title, inShort(results.figuresOf(title) ?? {})])))
console.table(goalsTable(results))
const left = tasks.filter(({ title }) => results.runsOf(title) < runs)
if (left.length > 0) console.log(`${left.length} titles lack runs: run it again.`)

async function measure(task: Task, round: number): Promise<void> {
  const figures = await task.measure(browser)
  results.add(task.title, figures)
  console.log(`${round}/${runs} ${task.title}: ${JSON.stringify(inShort(figures))}`)
}

function inShort(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]))
}

function sectionOf(name: string): Section {
  const section = SECTIONS.find((each) => each === name)
  if (!section) throw new Error(`--only ${name}: there are ${SECTIONS.join(', ')}`)
  return section
}
