import { deltaProperty } from '../../unit/bundle/delta-property.ts'

/** `npm run soak -- deltas [COUNT [SEED]]`: deltas between 10,000 made-up generations, each applied and compared. */

const [, count = '10000', seed] = process.argv.slice(2)
const start = performance.now()
await deltaProperty(Number(count), seed === undefined ? undefined : Number(seed))
console.log(`${count} deltas, each right, in ${Math.round((performance.now() - start) / 1_000)} s.`)
