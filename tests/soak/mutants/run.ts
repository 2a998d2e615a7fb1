import { runMutants } from '../../unit/tuf/mutants.ts'

/** `npm run soak -- mutants [COUNT [SEED]]`: 100,000 mutated bundles, each refused or shown as a whole. */

const [, count = '100000', seed = '2'] = process.argv.slice(2)
const MOST_HEAP = 256 * 1024 * 1024
const LONGEST = 1_000

const report = await runMutants(Number(count), Number(seed), (done) => {
  if (done % 10_000 === 0) console.error(`${done} of ${count}`)
})
console.log(JSON.stringify(report))
if (report.heap > MOST_HEAP || report.slowest > LONGEST) {
  console.error('Too much memory, or a mutant that took over a second.')
  process.exitCode = 1
}
