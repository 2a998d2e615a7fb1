import { fail, ok, type Result } from '../model/result.ts'
import { chunksOf, firstIdsOf, type StagedLine, unitsOf } from './chunks.ts'
import { collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import { layerLines } from './read-layers.ts'
import type { ChunkRow, InstallRow, Layer, StagingProgress } from './rows.ts'
import { StorageRefusal } from './storage-error.ts'

/**
 * What one transaction writes at most: 1,920 records, and 4 MiB where every letter takes two bytes. Readers
 * wait for a transaction that writes what they read.
 */
const SLICE_CHUNKS = 15
const SLICE_UNITS = 2 * 1024 * 1024

/** Rows of a generation that nobody sees yet. */
export interface Staging {
  readonly install: number
  /** Whole parts that are written; more than 0 from the start where an earlier attempt is taken up. */
  readonly parts: number
  /** What is written once it has `settled`, as the layer that it will be. */
  readonly layer: Layer
  readonly firstIds: ChunkRow['ids']
  /**
   * Writes the next part, slice by slice as they are given: one is written while the next is made. A kill in the middle
   * of the part leaves the parts before it. The last slice may still be on its way at the end, so that the next part is
   * fetched meanwhile; where it fails the next call, or `settled`, rejects.
   */
  write(slices: AsyncIterable<readonly StagedLine[]>, options?: WriteOptions): Promise<void>
  /** Waits for all that was given to be on the disk. */
  settled(): Promise<void>
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined
  /** Told after each transaction, in records of all parts. */
  readonly onProgress?: ((written: number) => void) | undefined
}

/** What is to be staged: `plan` names it exactly, so that no other attempt is taken up for it. */
export interface StagingTarget extends Pick<InstallRow, 'bundle' | 'generation'> {
  readonly plan: string
}

/**
 * Begins to stage, or goes on where an attempt at the same was interrupted: `read` then gets all that is there.
 * Attempts at anything else of the bundle are deleted.
 */
export async function openStaging(
  database: BackgrounderDatabase,
  fence: Fence,
  target: StagingTarget,
  read: (lines: readonly StagedLine[]) => Promise<void>,
): Promise<Staging> {
  const attempts = await stagedFor(database, target.bundle)
  const earlier = attempts.find(({ progress }) => progress?.plan === target.plan && progress.parts > 0)
  for (const { install } of attempts)
    if (install !== undefined && install !== earlier?.install) await collectInstall(database, install)
  if (earlier?.install === undefined || !earlier.progress) return begin(database, fence, target)
  const reread = await readAgain(database, earlier.install, earlier.progress, read)
  if (reread.ok) return stagingOf(database, fence, earlier.install, earlier.progress, reread.value)
  await collectInstall(database, earlier.install)
  throw new StorageRefusal('storage-failed', reread.error)
}

/** Attempts at a bundle's generations that are not shown. */
export async function stagedFor(database: BackgrounderDatabase, bundle: string): Promise<InstallRow[]> {
  const staging = await database.installs.where('state').equals('staging').toArray()
  return staging.filter((row) => row.bundle === bundle)
}

/** Whether an interrupted attempt waits to be taken up again. */
export const hasStaging = async ({ installs }: BackgrounderDatabase): Promise<boolean> =>
  (await installs.where('state').equals('staging').count()) > 0

async function begin(database: BackgrounderDatabase, fence: Fence, target: StagingTarget): Promise<Staging> {
  const { installs, leases } = database
  const { bundle, generation, plan } = target
  const progress = { plan, parts: 0, chunks: 0, records: 0 }
  const install = await database.transaction('rw', [installs, leases], async () => {
    await fence.check()
    return installs.add({ bundle, generation, state: 'staging', progress })
  })
  return stagingOf(database, fence, install, progress, [])
}

/** What an earlier attempt wrote, checked to be all there. */
async function readAgain(
  database: BackgrounderDatabase,
  install: number,
  { chunks, records }: StagingProgress,
  read: (lines: readonly StagedLine[]) => Promise<void>,
): Promise<Result<ChunkRow['ids'], string>> {
  const directory: StagedLine['id'][] = []
  let present = 0
  for await (const lines of layerLines(database, { install, chunks, records })) {
    present += lines.length
    await read(lines)
  }
  if (present !== records) return fail(`${present} of ${records} staged records are there`)
  const keys = database.chunks.where('[install+number]').between([install, 0], [install, chunks])
  await keys.each((chunk) => directory.push(...firstIdsOf([chunk])))
  return ok(directory)
}

function stagingOf(
  database: BackgrounderDatabase,
  fence: Fence,
  install: number,
  begun: StagingProgress,
  begunIds: ChunkRow['ids'],
): Staging {
  /** What is on the disk, and what it will be when all that was given is there. */
  let [progress, given] = [begun, begun]
  const firstIds = [...begunIds]
  let writing: Promise<void> = Promise.resolve()
  let written = begun.records
  const queue = async (
    rows: readonly ChunkRow[],
    reached: StagingProgress,
    { signal, onProgress }: WriteOptions,
  ) => {
    await writing
    if (signal?.aborted) throw new StorageRefusal('cancelled', 'stopped by the reader')
    writing = writeSlice(database, fence, install, rows, reached).then(() => {
      progress = reached
      written += rows.reduce((sum, { ids }) => sum + ids.length, 0)
      onProgress?.(written)
    })
    // Told where it is waited for.
    writing.catch(() => undefined)
  }
  return {
    install,
    firstIds,
    get parts() {
      return progress.parts
    },
    get layer() {
      return { install, chunks: given.chunks, records: given.records }
    },
    settled: () => writing,
    write: async (slices, options = {}) => {
      let { chunks, records } = given
      const ids: ChunkRow['ids'][number][] = []
      let last: readonly ChunkRow[] = []
      for await (const lines of slices) {
        const rows = chunksOf(install, lines, chunks)
        for (const slice of slicesOf(rows)) {
          if (last.length > 0) await queue(last, given, options)
          last = slice
        }
        chunks += rows.length
        records += lines.length
        ids.push(...firstIdsOf(rows))
      }
      const after = { plan: given.plan, parts: given.parts + 1, chunks, records }
      await queue(last, after, options)
      firstIds.push(...ids)
      given = after
    },
  }
}

/** Rows and what they come to, in one transaction. */
async function writeSlice(
  database: BackgrounderDatabase,
  fence: Fence,
  install: number,
  slice: readonly ChunkRow[],
  progress: StagingProgress,
): Promise<void> {
  const { installs, chunks, leases } = database
  await database.transaction('rw', [installs, chunks, leases], async () => {
    await fence.check()
    if (slice.length > 0) await chunks.bulkPut([...slice])
    await progressTo(database, install, progress)
  })
}

/** An attempt that was collected meanwhile must not leave rows that nobody counts. */
async function progressTo(
  { installs }: BackgrounderDatabase,
  install: number,
  progress: StagingProgress,
): Promise<void> {
  if ((await installs.update(install, { progress })) === 0)
    throw new StorageRefusal('overtaken', `install ${install} is gone`)
}

function slicesOf(chunks: readonly ChunkRow[]): ChunkRow[][] {
  const slices: ChunkRow[][] = []
  let [slice, units]: [ChunkRow[], number] = [[], 0]
  for (const chunk of chunks) {
    const size = unitsOf(chunk)
    if (slice.length > 0 && (slice.length === SLICE_CHUNKS || units + size > SLICE_UNITS)) {
      slices.push(slice)
      ;[slice, units] = [[], 0]
    }
    slice.push(chunk)
    units += size
  }
  return slice.length > 0 ? [...slices, slice] : slices
}
