import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { installPeers } from '../install-peers.ts'
import { measureBuilder } from './chromium.ts'
import { ENGINES, type Engine } from './engines.ts'
import { makeEntities } from './entities.ts'
import { KINDS, makeQueries } from './queries.ts'

/**
 * `npm run bench -- search [ENTITIES] [ENGINE]`: search as you type over 100,000 entities (500,000 names in three
 * scripts), beside minisearch and uFuzzy: what building and opening cost, what each keystroke takes, and how
 * often the entity that was meant comes first or among ten. Milliseconds of the processor, so that a busy
 * machine changes them little; the median, the 95th and the longest.
 *
 * `npm run bench -- search builder [ENTITIES]`: what the index of a million entities takes to be built in Chromium.
 */

const [wanted, only] = process.argv.slice(3)
if (wanted === 'builder') {
  console.log(JSON.stringify(await measureBuilder(Number(only) || undefined), null, 2))
  process.exit()
}
const COUNT = Number(wanted) || 100_000
const OF_EACH = 40
const LIMIT = 20
const STEP = 10

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

/** What building leaves behind is no part of a keystroke, which a reader makes in a popup that has built nothing. */
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const entities = makeEntities(COUNT)
const queries = makeQueries(entities, OF_EACH)
/** Every beginning of every query, as somebody types it. */
const keystrokes = queries.flatMap(({ text }) =>
  [...text].map((_, at) => [...text].slice(0, at + 1).join('')),
)

console.log(`${COUNT} entities, ${queries.length} queries, ${keystrokes.length} keystrokes`)
installPeers('minisearch')
for (const [name, build] of Object.entries(ENGINES))
  if (only === undefined || only === name) await report(name, build)

async function report(name: string, build: (typeof ENGINES)[string]): Promise<void> {
  const start = process.cpuUsage()
  const engine = await build(entities)
  const built = milliseconds(process.cpuUsage(start))
  const stored = engine.stored === undefined ? 'none' : `${(engine.stored / 1e6).toFixed(1)} MB`
  console.log(
    `\n${name}: built in ${built.toFixed(0)} ms, stored ${stored}, opened in ${engine.opened.toFixed(1)} ms`,
  )
  console.log(`  keystroke ${timesOf(engine)}`)
  for (const kind of KINDS) console.log(`  ${kind.padEnd(15)} ${foundOf(engine, kind)}`)
}

function timesOf(engine: Engine): string {
  // Slow engines are asked every tenth keystroke, so that a run ends; all are asked the same way.
  const asked = keystrokes.filter((_, index) => index % STEP === 0)
  collectGarbage()
  const times = asked.map((query) => {
    const start = process.cpuUsage()
    engine.ask(query, LIMIT)
    return milliseconds(process.cpuUsage(start))
  })
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
  return `median ${at(0.5)}, 95th ${at(0.95)}, longest ${at(1)} (${times.length})`
}

function foundOf(engine: Engine, kind: (typeof KINDS)[number]): string {
  const asked = queries.filter((query) => query.kind === kind)
  const places = asked.map(({ text, wanted }) => engine.ask(text, LIMIT).indexOf(wanted))
  const share = (isFound: (place: number) => boolean) =>
    `${Math.round((100 * places.filter(isFound).length) / asked.length)} %`
  return `first ${share((place) => place === 0)}, among ten ${share((place) => place >= 0 && place < 10)}`
}
