import { familyOf } from '../bundle/family.ts'
import type { VerifiedGeneration } from '../bundle/verify-generation.ts'
import type { EntityId } from '../model/ids.ts'
import { fail, type Result } from '../model/result.ts'
import type { Subscription } from '../model/sync-state.ts'
import { chunksOf } from './chunks.ts'
import { collectGarbage, collectInstall } from './collect-garbage.ts'
import { compareLines, type Difference } from './compare-lines.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { BundleRow, ChunkRow } from './rows.ts'
import { guarded, type StorageError, StorageRefusal } from './storage-error.ts'

/** What an install needs beside the generation. */
export interface InstallOptions {
  /** ISO 8601 instant (UTC). */
  readonly installedAt: string
  /** Where it came from; absent for the packaged bundle. */
  readonly subscription?: Subscription
  readonly signal?: AbortSignal
  /** Told after each slice, in records. */
  readonly onProgress?: (written: number, total: number) => void
}

/** Chunks written in one transaction: about 2,000 records, so that no transaction is long. */
const SLICE_CHUNKS = 16

/**
 * Puts a verified generation in the place of the bundle's present one. Everything is written beside
 * what is shown, then one transaction moves the pointer: whoever reads sees the old or the new, and a
 * kill at any moment leaves one of the two. Leftovers are collected here or at the next start.
 */
export async function installGeneration(
  database: BackgrounderDatabase,
  generation: VerifiedGeneration,
  options: InstallOptions,
): Promise<Result<Difference, StorageError>> {
  let install: number | undefined
  const installed = await guarded('install', async () => {
    await placeFor(database, generation, options)
    const difference = await compareLines(database, generation)
    install = await beginInstall(database, generation)
    const chunks = chunksOf(install, generation.lines)
    await stage(database, chunks, generation.lines.length, options)
    await flip(database, generation, install, chunks, options)
    return difference
  })
  // A failure here is no failure of the install: what is left over is invisible and collected later.
  await guarded('collect', () =>
    installed.ok || install === undefined
      ? collectGarbage(database, ['old'])
      : collectInstall(database, install),
  )
  return installed.ok || !options.signal?.aborted
    ? installed
    : fail({ ...installed.error, code: 'cancelled' })
}

const beginInstall = (
  database: BackgrounderDatabase,
  { manifest }: VerifiedGeneration,
): PromiseLike<number> =>
  database.installs.add({ bundle: manifest.id, generation: manifest.generation, state: 'staging' })

async function stage(
  database: BackgrounderDatabase,
  chunks: readonly ChunkRow[],
  total: number,
  { signal, onProgress }: InstallOptions,
): Promise<void> {
  let written = 0
  for (let start = 0; start < chunks.length; start += SLICE_CHUNKS) {
    signal?.throwIfAborted()
    const slice = chunks.slice(start, start + SLICE_CHUNKS)
    await database.chunks.bulkAdd(slice)
    written += slice.reduce((sum, chunk) => sum + chunk.ids.length, 0)
    onProgress?.(written, total)
  }
  signal?.throwIfAborted()
}

/** The one transaction that changes what is shown. */
function flip(
  database: BackgrounderDatabase,
  generation: VerifiedGeneration,
  install: number,
  chunks: readonly ChunkRow[],
  options: InstallOptions,
): PromiseLike<void> {
  const { bundles, installs, subscriptions } = database
  const { manifest } = generation
  return database.transaction('rw', [bundles, installs, database.chunks, subscriptions], async () => {
    const { before, family } = await placeFor(database, generation, options)
    await refuseUnlessComplete(database, install, chunks.length)
    await bundles.put({
      bundle: manifest.id,
      install,
      generation: manifest.generation,
      manifest,
      family,
      origin: generation.trust.kind === 'package' ? 'packaged' : 'synced',
      installedAt: options.installedAt,
      order: before?.order ?? (await bundles.count()),
      firstIds: firstIds(chunks),
    })
    await installs.update(install, { state: 'current' })
    if (before) await installs.update(before.install, { state: 'old' })
    if (options.subscription) await subscriptions.update(options.subscription.link, { bundle: manifest.id })
  })
}

/** What a new generation takes the place of. */
interface Place {
  readonly before: BundleRow | undefined
  readonly family: string
}

/** Asked again inside the flip: another context may have installed something meanwhile. */
async function placeFor(
  database: BackgrounderDatabase,
  { manifest, trust }: VerifiedGeneration,
  { subscription }: InstallOptions,
): Promise<Place> {
  const before = await database.bundles.get(manifest.id)
  const family = familyOf(trust, subscription, before?.family)
  if (family === undefined) throw new StorageRefusal('id-taken', manifest.id)
  if (!before || before.generation < manifest.generation) return { before, family }
  throw new StorageRefusal('overtaken', `generation ${before.generation} is installed`)
}

/** Chunks collected by mistake from elsewhere must not be found missing after the flip. */
async function refuseUnlessComplete(
  database: BackgrounderDatabase,
  install: number,
  expected: number,
): Promise<void> {
  const present = await database.chunks.where('[install+number]').between([install], [install, []]).count()
  if (present !== expected)
    throw new StorageRefusal('storage-failed', `${present} of ${expected} chunks are there`)
}

const firstIds = (chunks: readonly ChunkRow[]): EntityId[] => chunks.flatMap((chunk) => chunk.ids.slice(0, 1))
