import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../.ci/steps.ts'
import { BROWSERS } from '../../e2e/harness/launch.ts'
import { startKillHost } from './kill-host.ts'
import { type KillReport, KillRounds } from './kill-rounds.ts'
import { KilledReader, type Victim } from './killed-reader.ts'

/**
 * `npm run soak -- kills chromium|firefox [COUNT [SEED [background|browser]]]`: so many real kills in the middle of
 * updates, of the background and of the whole browser (SIGKILL) in turn, or of one of them, on a profile that is kept.
 * After each the bundle must be whole, old or new, and the update that is begun again must end where a clean
 * installation does. Reports are added to `out/soak`, so that a long run may be made in pieces; `npm run soak -- kills
 * sum` adds them up.
 */

const FOLDER = join(ROOT, 'out', 'soak')
/** Milliseconds before each part is answered: a network, and time for a kill to fall between two. */
const NETWORK_PAUSE = 25
const VICTIMS: readonly Victim[] = ['background', 'background', 'browser']

type Name = (typeof BROWSERS)[number]
const reportFile = (name: Name) => join(FOLDER, `kills-${name}.jsonl`)

async function strikeAll(
  name: Name,
  count: number,
  first: number,
  victims: readonly Victim[],
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'killed-'))
  const host = await startKillHost(NETWORK_PAUSE)
  const reader = await KilledReader.start(name, profile)
  try {
    await reader.subscribe(host.link)
    const rounds = new KillRounds(host, reader)
    await rounds.measure()
    for (let index = first; index < first + count; index += 1) {
      const victim = victims[index % victims.length] ?? 'browser'
      const report = await rounds.strike(index, victim, index % 4 === 3 ? 'delta' : 'full')
      appendFileSync(reportFile(name), `${JSON.stringify({ index, ...report })}\n`)
      console.error(
        `${name} ${index}: ${report.victim}, ${report.place}, ${report.faults.join('; ') || 'whole'}`,
      )
      if (report.faults.length > 0) process.exitCode = 1
    }
    await compareWithClean(name, host, rounds)
  } finally {
    await reader.close()
    host.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** What a reader has at the end of all kills is what a new reader gets. */
async function compareWithClean(
  name: Name,
  host: Awaited<ReturnType<typeof startKillHost>>,
  rounds: KillRounds,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'clean-'))
  const reader = await KilledReader.start(name, profile)
  try {
    await reader.subscribe(host.link)
    await reader.update()
    const { root } = (await reader.shown()) ?? {}
    console.log(`${name}: a clean installation has ${root}, the killed reader ${rounds.published?.root}`)
    if (root !== rounds.published?.root) process.exitCode = 1
  } finally {
    await reader.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

function sumUp(): void {
  for (const name of BROWSERS.filter((each) => existsSync(reportFile(each)))) {
    const reports = readFileSync(reportFile(name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as KillReport)
    const full = reports.filter(({ offer }) => offer === 'full')
    const most = Math.max(...full.map(({ requests, needed }) => requests - needed))
    console.log(
      `${name}: ${reports.length} kills, ${reports.filter(({ faults }) => faults.length > 0).length} with a fault`,
    )
    for (const key of ['victim', 'offer', 'place', 'saw', 'resumed'] as const)
      console.log(`  ${key}: ${tally(reports.map((report) => report[key]))}`)
    console.log(`  parts fetched again after a kill: at most ${most}`)
  }
}

const tally = (values: readonly string[]): string =>
  [...new Set(values)].map((value) => `${value} ${values.filter((each) => each === value).length}`).join(', ')

const [, browser = '', count = '100', seed = '0', only] = process.argv.slice(2)
mkdirSync(FOLDER, { recursive: true })
const name = BROWSERS.find((each) => each === browser)
const victims = VICTIMS.filter((each) => only === undefined || each === only)
if (browser === 'sum') sumUp()
else if (name && victims.length > 0) await strikeAll(name, Number(count), Number(seed), victims)
else {
  console.error(`Which browser, and what of it? ${BROWSERS.join(', ')}; or "sum".`)
  process.exitCode = 2
}
