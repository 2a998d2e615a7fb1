import { recordOf } from '../bundle/record-of.ts'
import { chunkNumber } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { digestDamage, recordDamage } from './digest-check.ts'
import type { BundleRow, ChunkRow, Layer } from './rows.ts'

/** Chunks that are looked into at a start: enough to notice a damaged table, few enough not to be felt. */
const SAMPLES = 8

/**
 * Whether what a bundle shows is there: pointer, directory, counts and digest agree, and some chunks drawn at random hold
 * the records that directory and digest say. Gives what is wrong, or undefined. `random`: from 0 to 1.
 */
async function damageOf(
  database: BackgrounderDatabase,
  bundle: BundleRow,
  random: () => number,
): Promise<string | undefined> {
  for (const layer of bundle.layers) {
    const damage =
      (await countDamage(database, layer)) ??
      (await digestDamage(database, bundle, layer, random)) ??
      (await sampleDamage(database, bundle, layer, random))
    if (damage !== undefined) return damage
  }
  return undefined
}

async function countDamage(database: BackgrounderDatabase, layer: Layer): Promise<string | undefined> {
  const { install, chunks } = layer
  const [row, directory] = [await database.installs.get(install), await database.directories.get(install)]
  if (row?.state !== 'current') return `install ${install} is ${row?.state ?? 'gone'}`
  if (directory?.firstIds.length !== chunks) return `the directory of install ${install} is not whole`
  const present = await database.chunks
    .where('[install+number]')
    .between([install, 0], [install, chunks])
    .count()
  return present === chunks ? undefined : `${present} of ${chunks} chunks of install ${install} are there`
}

async function sampleDamage(
  database: BackgrounderDatabase,
  bundle: BundleRow,
  { install, chunks }: Layer,
  random: () => number,
): Promise<string | undefined> {
  const directory = await database.directories.get(install)
  for (let drawn = 0; drawn < Math.min(SAMPLES, chunks); drawn += 1) {
    const number = Math.min(Math.floor(random() * chunks), chunks - 1)
    const chunk = await database.chunks.get([install, number])
    if (
      !chunk ||
      !isSound(chunk) ||
      chunkNumber(directory?.firstIds ?? [], chunk.ids[0] ?? ('' as never)) !== number
    )
      return `chunk ${number} of install ${install} is damaged`
    const damage = await recordDamage(database, bundle, chunk, random)
    if (damage !== undefined) return damage
  }
  return undefined
}

/** Whether every line of a chunk is the record of its id. */
function isSound({ ids, lines }: ChunkRow): boolean {
  if (ids.length === 0 || ids.length !== lines.length) return false
  try {
    return lines.every((line, index) => line === '' || recordOf(line).id === ids[index])
  } catch {
    return false
  }
}

/** Takes the pointers of damaged bundles away, so that they are installed anew; gives what was wrong with each. */
export async function dropDamaged(
  database: BackgrounderDatabase,
  random: () => number,
): Promise<ReadonlyMap<string, string>> {
  const damaged = new Map<string, string>()
  for (const bundle of await database.bundles.toArray()) {
    const damage = await damageOf(database, bundle, random)
    if (damage === undefined) continue
    damaged.set(bundle.bundle, damage)
    await dropBundle(database, bundle.bundle)
  }
  return damaged
}

/** Takes a bundle out of sight in one step; its rows wait to be collected. */
export async function dropBundle(database: BackgrounderDatabase, bundle: string): Promise<void> {
  const { bundles, installs, changes } = database
  await database.transaction('rw', [bundles, installs, changes], async () => {
    const row = await bundles.get(bundle)
    for (const { install } of row?.layers ?? []) await installs.update(install, { state: 'old' })
    await bundles.delete(bundle)
    await changes.delete(bundle)
  })
}
