import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../../.ci/steps.ts'
import { run } from '../../../src/cli/run.ts'
import { pause } from '../../e2e/harness/until.ts'
import { generatedRecord } from './generated-records.ts'

/** A repository of made-up entities, as the command line makes it from a file of records. */
export interface GeneratedRepository {
  /** The folder of a host that holds the last generation. */
  readonly folder: string
  readonly fingerprint: string
  /** Seconds that the command line took for the last generation, with signing. */
  readonly seconds: number
}

const FOLDER = join(ROOT, 'out', 'bench', 'bundles')

/** What the generations are like. */
interface Made {
  readonly generations?: number
  readonly every?: number
  readonly chance?: number
}

/**
 * Builds, signs and publishes `generations` generations of `entities` entities; each but the first changes one entity
 * in `every`, and each entity has `chance` texts that do not compress. What an earlier run made is used again.
 */
export async function generatedRepository(
  entities: number,
  { generations = 1, every = 100, chance = 0 }: Made = {},
): Promise<GeneratedRepository> {
  const folder = join(FOLDER, [entities, every, ...(chance > 0 ? [chance] : [])].join('-'))
  const [sources, out, keys, host] = ['sources', 'out', 'keys', `host-${generations}`].map((name) =>
    join(folder, name),
  )
  const note = join(folder, `done-${generations}.json`)
  if (!existsSync(note)) await untilNobodyMakes(join(folder, 'maker'))
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as GeneratedRepository
  if (!sources || !out || !keys || !host) throw new Error('no folder')
  if (!existsSync(join(folder, `done-${generations - 1}.json`)))
    rmSync(folder, { recursive: true, force: true })
  mkdirSync(sources, { recursive: true })
  writeFileSync(join(folder, 'maker'), `${process.pid}`)
  if (generations === 1) await command('init', out, '--keys', keys)
  else await generatedRepository(entities, { generations: generations - 1, every, chance })
  await writeSources(sources, entities, generations, { every, chance })
  const from = performance.now()
  await command('build', sources, '--out', out, '--keys', keys)
  await command('publish', out, host)
  const seconds = Math.round(performance.now() - from) / 1_000
  const told = await command('verify', host)
  const made = { folder: host, fingerprint: /[\w-]{43}/.exec(told)?.[0] ?? '', seconds }
  writeFileSync(note, JSON.stringify(made))
  return made
}

/** A million entities take minutes: another process may be at it already, and notes its number in a file. */
async function untilNobodyMakes(file: string): Promise<void> {
  const maker = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : process.pid)
  while (maker() !== process.pid && existsSync(`/proc/${maker()}`)) await pause(1_000)
}

async function writeSources(
  folder: string,
  entities: number,
  generation: number,
  { every, chance }: Required<Omit<Made, 'generations'>>,
): Promise<void> {
  const header = `format: bg-source/1
id: generated-${entities}
title: Generated
publisher: A benchmark
homepage: https://example.org/
license: CC0-1.0
langs: [en]
generation: ${generation}
created: 2026-01-01T00:00:00Z
`
  writeFileSync(join(folder, 'bundle.yaml'), header)
  const file = await open(join(folder, 'records.jsonl'), 'w')
  for (let start = 0; start < entities; start += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, entities - start) }, (_, at) => {
      const index = start + at
      const isChanged = generation > 1 && ((index * 7_919) % entities) % every === 0
      return `${JSON.stringify(generatedRecord(index, isChanged ? generation : 0, chance))}\n`
    })
    await file.write(lines.join(''))
  }
  await file.close()
}

/** Runs `bundle ...` of the command line; throws where it does not succeed. */
async function command(...words: readonly string[]): Promise<string> {
  const told: string[] = []
  const say = (line: string) => void told.push(line)
  const code = await run(['bundle', ...words], { out: say, err: say })
  if (code !== 0) throw new Error(told.join('\n'))
  return told.join('\n')
}
