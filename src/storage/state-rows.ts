import { joinBytes } from '../bundle/join-bytes.ts'
import { bucketOfHash, ENTRY_BYTES, STATE_BUCKETS } from '../bundle/state-digest.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import type { BucketRow, BundleRow, Layer } from './rows.ts'
import { WriteQueue } from './write-queue.ts'

type Bucket = readonly [index: number, bytes: Uint8Array]

/** The state digest of a generation, or of what a delta makes of one: all hashes, and the buckets that are new. */
export interface NewState {
  readonly root: string
  readonly hashes: Uint8Array
  /** Buckets by their index, ascending; in a change only those that it touches. */
  readonly buckets: Iterable<Bucket> | AsyncIterable<Bucket>
  /** How many records a whole has, whose buckets are written several to a row; absent for a layer of changes. */
  readonly wholeOf?: number
}

/** The digest as it is kept: enough to carry it over a change without reading a record. */
export interface StoredState {
  readonly hashes: Uint8Array
  /** Some buckets, in the order asked; their bytes are the asker's own. */
  buckets(indices: readonly number[]): Promise<readonly Uint8Array[]>
}

/**
 * Rows and bytes written in one transaction: a bucket of a million records has 16 kB, one of a hundred thousand a tenth. Each
 * transaction waits for the disk, so that few large ones take half the time of many small ones.
 */
const SLICE_BUCKETS = 1_024
const SLICE_BYTES = 4 * 1024 * 1024

/**
 * Bytes of a row, about. Each row is a request, so that 4,096 small ones take longer than all that is in them; above 64 KiB
 * Chromium writes a file for each.
 */
const ROW_BYTES = 32 * 1024

/** How many buckets of a whole are written to a row: a power of two, 32 of a hundred thousand records, two of a million. */
const bucketsTogether = (records: number): number =>
  2 **
  Math.floor(Math.log2(Math.min(Math.max((ROW_BYTES * STATE_BUCKETS) / (records * ENTRY_BYTES), 1), 256)))

/** Writes the digest of an install that nobody sees yet; one slice is made while the one before is written. */
export async function writeState(
  { digests, buckets, leases }: BackgrounderDatabase,
  fence: Fence,
  install: number,
  { hashes, wholeOf, ...state }: NewState,
): Promise<void> {
  const queue = new WriteQueue()
  const together = wholeOf === undefined ? 1 : bucketsTogether(wholeOf)
  await queue.add(() =>
    digests.db.transaction('rw', [digests, leases], async () => {
      await Promise.all([fence.check(), digests.put({ install, hashes, ...(together > 1 && { together }) })])
    }),
  )
  for await (const rows of slicesOf(rowsOf(install, state.buckets, together)))
    await queue.add(() =>
      digests.db.transaction('rw', [buckets, leases], async () => {
        await Promise.all([fence.check(), buckets.bulkPut([...rows])])
        rows.forEach(letGo)
      }),
    )
  await queue.settled()
}

/** A row that is on its way has been copied, and is nobody else's: its bytes are given back, for the collector comes late. */
function letGo({ bytes: { buffer } }: BucketRow): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

/** An empty bucket is written too where it has a row of its own: in a layer of changes it hides the one below. */
async function* rowsOf(
  install: number,
  buckets: NewState['buckets'],
  together: number,
): AsyncGenerator<BucketRow> {
  let [first, pieces]: [number, Uint8Array[]] = [0, []]
  for await (const [index, bytes] of buckets) {
    if (together === 1) yield { install, index, bytes: bytes.slice() }
    if (together === 1 || bytes.length === 0) continue
    const start = index - (index % together)
    if (start !== first && pieces.length > 0) yield { install, index: first, bytes: joinBytes(pieces) }
    if (start !== first) [first, pieces] = [start, []]
    pieces.push(bytes)
  }
  if (pieces.length > 0) yield { install, index: first, bytes: joinBytes(pieces) }
}

async function* slicesOf(all: AsyncIterable<BucketRow>): AsyncGenerator<readonly BucketRow[]> {
  let [rows, size]: [BucketRow[], number] = [[], 0]
  for await (const row of all) {
    if (rows.length > 0 && (rows.length === SLICE_BUCKETS || size + row.bytes.length > SLICE_BYTES)) {
      yield rows
      ;[rows, size] = [[], 0]
    }
    rows.push(row)
    size += row.bytes.length
  }
  if (rows.length > 0) yield rows
}

/** The digest of what a bundle shows; undefined where it was installed without one. */
export async function loadState(
  database: BackgrounderDatabase,
  { layers }: Pick<BundleRow, 'layers'>,
): Promise<StoredState | undefined> {
  const newest = layers.at(-1)
  const digest = newest && (await database.digests.get(newest.install))
  if (!digest) return undefined
  const readers = await Promise.all(layers.map(({ install }) => bucketReader(database, install)))
  const buckets = async (indices: readonly number[]): Promise<readonly Uint8Array[]> => {
    const found = await Promise.all(readers.map((read) => read(indices)))
    return indices.map((_, at) => found.findLast((each) => each[at] !== undefined)?.[at] ?? new Uint8Array())
  }
  return { hashes: digest.hashes, buckets }
}

/** Reads buckets of an install, in the order asked; undefined where it has none. Neighbours may lie in one row, which is read once. */
export async function bucketReader(
  { digests, buckets }: BackgrounderDatabase,
  install: number,
): Promise<(indices: readonly number[]) => Promise<readonly (Uint8Array | undefined)[]>> {
  const { together = 1 } = (await digests.get(install)) ?? {}
  return async (indices) => {
    const firsts = [...new Set(indices.map((index) => index - (index % together)))]
    const rows = await buckets.bulkGet(firsts.map((first): [number, number] => [install, first]))
    const byFirst = new Map(firsts.map((first, at) => [first, rows[at]]))
    return indices.map((index) => {
      const row = byFirst.get(index - (index % together))
      return row && bucketIn(row, index, together)
    })
  }
}

/** One bucket of a row. What is damaged may be anything: nothing is sought in it, and the hash of the bucket tells. */
function bucketIn({ bytes }: BucketRow, index: number, together: number): Uint8Array {
  if (together === 1) return bytes
  let start = 0
  while (start < bytes.length && bucketOfHash(bytes, start) < index) start += ENTRY_BYTES
  let end = start
  while (end < bytes.length && bucketOfHash(bytes, end) === index) end += ENTRY_BYTES
  return bytes.subarray(start, end)
}

/** Which buckets a layer of changes has, so that the next one can take them over. */
export async function layerIndices(
  { buckets }: BackgrounderDatabase,
  { install }: Layer,
): Promise<readonly number[]> {
  const keys = await buckets.where('[install+index]').between([install], [install, []]).primaryKeys()
  return keys.map(([, index]) => index)
}
