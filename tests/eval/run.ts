import { readOptions } from '../../.ci/read-options.ts'
import { knowledgeOf, loadBundle } from '../../src/cli/annotate/load-knowledge.ts'
import { evaluate } from './harness/evaluate.ts'
import { figuresOf } from './harness/figures.ts'
import { dropsOf, FLOORS } from './harness/floors.ts'
import { readTexts, SETS } from './harness/read-texts.ts'
import { failuresOf, reportOf, verdictsOf } from './harness/report.ts'

/**
 * `npm run eval [-- --bundle DIR] [--failures]`: how often linking is right on texts of our own
 * writing, beside two baselines. `--failures` lists what went wrong in the development texts; those
 * of the sets held out are never listed, so that nobody tunes on them. `--bundle` names a bundle, built
 * or in sources. Fails where the packaged bundle's figures are below their floors (harness/floors.ts).
 */
const USAGE = `npm run eval [-- --bundle DIR] [--failures]: how often linking is right, beside two baselines.
  --bundle DIR   a bundle, built or in sources; without it the packaged one
  --failures     list what went wrong in the development texts`

const values = readOptions(USAGE, {
  bundle: { type: 'string' },
  failures: { type: 'boolean', default: false },
})
const loaded = await loadBundle(values.bundle)
if (!loaded.ok) throw new Error(loaded.error.join('\n'))
const { records } = loaded.value
const knowledge = knowledgeOf(loaded.value)
if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
for (const set of SETS) {
  const evaluation = await evaluate(await readTexts(set), knowledge.value, records)
  console.log(reportOf(set, evaluation).join('\n'))
  if (values.bundle === undefined)
    tellDrops(set, dropsOf(figuresOf(verdictsOf(evaluation.engine)), FLOORS[set]))
  if (values.failures && set === 'dev') console.log(failuresOf(evaluation.engine).join('\n'), '\n')
}

function tellDrops(set: string, drops: readonly string[]): void {
  for (const drop of drops) console.error(`${set}: ${drop}`)
  if (drops.length > 0) process.exitCode = 1
}
