import type { BackgrounderDatabase } from './database.ts'
import type { Fence } from './lease.ts'
import type { BucketRow, BundleRow, Layer } from './rows.ts'

type Bucket = readonly [index: number, bytes: Uint8Array]
type SomeBuckets = Iterable<Bucket> | AsyncIterable<Bucket>

/** The state digest of a generation, or of what a delta makes of one: all hashes, and the buckets that are new. */
export interface NewState {
  readonly root: string
  readonly hashes: Uint8Array
  /** Buckets by their index; in a change only those that it touches. */
  readonly buckets: SomeBuckets
}

/** The digest as it is kept: enough to carry it over a change without reading a record. */
export interface StoredState {
  readonly hashes: Uint8Array
  bucket(index: number): Promise<Uint8Array>
}

/**
 * Rows and bytes written in one transaction: a bucket of a million records has 16 kB, one of a hundred thousand a tenth. Each
 * transaction waits for the disk, so that few large ones take half the time of many small ones.
 */
const SLICE_BUCKETS = 1_024
const SLICE_BYTES = 4 * 1024 * 1024

/** Writes the digest of an install that nobody sees yet; one slice is made while the one before is written. */
export async function writeState(
  { digests, buckets, leases }: BackgrounderDatabase,
  fence: Fence,
  install: number,
  state: NewState,
): Promise<void> {
  await digests.db.transaction('rw', [digests, leases], async () => {
    await fence.check()
    await digests.put({ install, hashes: state.hashes })
  })
  let writing: Promise<void> = Promise.resolve()
  for await (const rows of slicesOf(install, state.buckets)) {
    await writing
    writing = digests.db.transaction('rw', [buckets, leases], async () => {
      await fence.check()
      await buckets.bulkPut([...rows])
    })
    // Told where it is waited for.
    writing.catch(() => undefined)
  }
  await writing
}

/** An empty bucket is written too: in a layer of changes it hides the one below. */
async function* slicesOf(install: number, buckets: SomeBuckets): AsyncGenerator<readonly BucketRow[]> {
  let [rows, size]: [BucketRow[], number] = [[], 0]
  for await (const [index, bytes] of buckets) {
    if (rows.length > 0 && (rows.length === SLICE_BUCKETS || size + bytes.length > SLICE_BYTES)) {
      yield rows
      ;[rows, size] = [[], 0]
    }
    rows.push({ install, index, bytes })
    size += bytes.length
  }
  if (rows.length > 0) yield rows
}

/** The digest of what a bundle shows; undefined where it was installed without one. */
export async function loadState(
  { digests, buckets }: BackgrounderDatabase,
  { layers }: Pick<BundleRow, 'layers'>,
): Promise<StoredState | undefined> {
  const newest = layers.at(-1)
  const digest = newest && (await digests.get(newest.install))
  if (!digest) return undefined
  const bucket = async (index: number): Promise<Uint8Array> => {
    const rows = await buckets.bulkGet(layers.map(({ install }): [number, number] => [install, index]))
    return rows.findLast((row) => row !== undefined)?.bytes ?? new Uint8Array()
  }
  return { hashes: digest.hashes, bucket }
}

/** Which buckets a layer of changes has, so that the next one can take them over. */
export async function layerIndices(
  { buckets }: BackgrounderDatabase,
  { install }: Layer,
): Promise<readonly number[]> {
  const keys = await buckets.where('[install+index]').between([install], [install, []]).primaryKeys()
  return keys.map(([, index]) => index)
}
