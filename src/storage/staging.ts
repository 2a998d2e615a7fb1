import { fail, ok, type Result } from '../model/result.ts'
import { chunksOf, firstIdsOf, type StagedLine, unitsOf } from './chunks.ts'
import { collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import { layerLines } from './read-layers.ts'
import type { ChunkRow, InstallRow, Layer, StagingProgress } from './rows.ts'
import { StorageRefusal } from './storage-error.ts'
import { WriteQueue } from './write-queue.ts'

/**
 * What one transaction writes at most: 1,920 records, and 4 MiB where every letter takes two bytes. Readers
 * wait for a transaction that writes what they read.
 */
const SLICE_CHUNKS = 15
const SLICE_UNITS = 2 * 1024 * 1024

/** The row of an attempt that is under way. */
type StagedRow = Required<InstallRow>

/** Rows of a generation that nobody sees yet. */
export interface Staging {
  readonly install: number
  /** Whole parts that are written; more than 0 from the start where an earlier attempt is taken up. */
  readonly parts: number
  /** What is written once it has `settled`, as the layer that it will be. */
  readonly layer: Layer
  readonly firstIds: ChunkRow['ids']
  /**
   * Writes the next part, slice by slice as they are given: some are written while the next is made. A kill in the middle
   * of the part leaves the parts before it. The last slices may still be on their way at the end, so that the next part is
   * fetched and read meanwhile; where one fails the next call, or `settled`, rejects.
   */
  write(slices: AsyncIterable<readonly StagedLine[]>, options?: WriteOptions): Promise<void>
  /** Waits for all that was given to be on the disk. */
  settled(): Promise<void>
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined
  /** Whether to wait for all of the part to be on the disk: whoever fetches the next one only then loses no more than one. */
  readonly settle?: boolean
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
  const { install, progress } = earlier
  const reread = await readAgain(database, install, progress, read)
  if (reread.ok) return stagingOf(database, fence, { ...earlier, install, progress }, reread.value)
  await collectInstall(database, install)
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
  const row = {
    bundle,
    generation,
    state: 'staging',
    progress: { plan, parts: 0, chunks: 0, records: 0 },
  } as const
  const install = await database.transaction('rw', [installs, leases], async () => {
    await fence.check()
    return installs.add({ ...row })
  })
  return stagingOf(database, fence, { ...row, install }, [])
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
  row: StagedRow,
  begunIds: ChunkRow['ids'],
): Staging {
  const { install } = row
  /** What is on the disk, and what it will be when all that was given is there. */
  let [progress, given] = [row.progress, row.progress]
  const firstIds = [...begunIds]
  const queue = new WriteQueue()
  let written = progress.records
  const add = async (
    rows: readonly ChunkRow[],
    reached: StagingProgress,
    { signal, onProgress }: WriteOptions,
  ) => {
    await queue.add(async () => {
      if (signal?.aborted) throw new StorageRefusal('cancelled', 'stopped by the reader')
      await writeSlice(database, fence, { ...row, progress: reached }, rows, reached !== progress)
      progress = reached
      written += rows.reduce((sum, { ids }) => sum + ids.length, 0)
      onProgress?.(written)
    })
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
    settled: () => queue.settled(),
    write: async (slices, options = {}) => {
      let { chunks, records } = given
      const ids: ChunkRow['ids'][number][] = []
      let last: readonly ChunkRow[] = []
      for await (const lines of slices) {
        const rows = chunksOf(install, lines, chunks)
        for (const slice of slicesOf(rows)) {
          if (last.length > 0) await add(last, given, options)
          last = slice
        }
        chunks += rows.length
        records += lines.length
        ids.push(...firstIdsOf(rows))
      }
      const after = { plan: given.plan, parts: given.parts + 1, chunks, records }
      // One part at most waits to be counted: of small ones a kill would cost several.
      if (progress !== given) await queue.settled()
      await add(last, after, options)
      firstIds.push(...ids)
      given = after
      if (options.settle) await queue.settled()
    },
  }
}

/**
 * Rows and, with the last of a part, what they come to, in one transaction. All is asked for at once: each answer that
 * something else waited for would come a trip to another process later, and only when the thread has a moment for it.
 */
async function writeSlice(
  database: BackgrounderDatabase,
  fence: Fence,
  row: StagedRow,
  slice: readonly ChunkRow[],
  isCounted: boolean,
): Promise<void> {
  const { installs, chunks, leases } = database
  await database.transaction('rw', [installs, chunks, leases], async () => {
    await Promise.all([
      fence.check(),
      refuseUnlessStaged(database, row.install),
      slice.length > 0 ? chunks.bulkPut([...slice]) : undefined,
      isCounted ? installs.put(row) : undefined,
    ])
  })
}

/** An attempt that was collected meanwhile must not leave rows that nobody counts. */
async function refuseUnlessStaged({ installs }: BackgrounderDatabase, install: number): Promise<void> {
  const state = (await installs.get(install))?.state
  if (state !== 'staging') throw new StorageRefusal('overtaken', `install ${install} is ${state ?? 'gone'}`)
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
