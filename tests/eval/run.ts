import { parseArgs } from 'node:util'
import { knowledgeOf, loadBundle } from '../../src/cli/annotate/load-knowledge.ts'
import { evaluate } from './harness/evaluate.ts'
import { readTexts, SETS } from './harness/read-texts.ts'
import { failuresOf, reportOf } from './harness/report.ts'

/**
 * `npm run eval [-- --bundle DIR] [--failures]`: how often linking is right on texts of our own
 * writing, beside two baselines. `--failures` lists what went wrong in the development texts; those
 * of `blind` are never listed, so that nobody tunes on them.
 */
const { values } = parseArgs({
  options: { bundle: { type: 'string' }, failures: { type: 'boolean', default: false } },
})
const loaded = await loadBundle(values.bundle)
if (!loaded.ok) throw new Error(loaded.error.join('\n'))
const { records } = loaded.value
const knowledge = knowledgeOf(loaded.value)
if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
for (const set of SETS) {
  const evaluation = await evaluate(await readTexts(set), knowledge.value, records)
  console.log(reportOf(set, evaluation).join('\n'))
  if (values.failures && set === 'dev') console.log(failuresOf(evaluation.engine).join('\n'), '\n')
}
