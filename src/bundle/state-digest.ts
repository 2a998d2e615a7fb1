import { toHex } from './hex.ts'
import { HASH_BYTES as HASH, sha256Into, sha256Of } from './sha256.ts'

/**
 * The state digest `bg-buckets-sha256/1` (docs/bundle-format.md): one hash over all records of a generation that can
 * be carried over a change without reading the records that did not change.
 *
 * Not hashed with WebCrypto: a generation has two short hashes for each record, and each call of WebCrypto is a round trip
 * to another thread, which alone takes what both hashes take (docs/adr/0009).
 */
export const STATE_ALGORITHM = 'bg-buckets-sha256/1'

/** Buckets of the digest: the first 12 bits of the hash of an id choose one. */
export const STATE_BUCKETS = 4096

/** Bytes of one entry: the hash of the id, and the hash of the record's line. */
export const ENTRY_BYTES = 2 * HASH

/** One record's part in the digest: which bucket, and its `ENTRY_BYTES` bytes. */
export interface StateEntry {
  readonly bucket: number
  readonly bytes: Uint8Array
}

const encoder = new TextEncoder()

/** The entry of a record; `line` is what was hashed, without its line feed. */
export function stateEntry(id: string, line: string): StateEntry {
  const bytes = new Uint8Array(ENTRY_BYTES)
  writeEntry(bytes, 0, id, encoder.encode(line))
  return { bucket: bucketOfHash(bytes), bytes }
}

/** Room for the bytes of an id: it has at most 128 characters, of which none takes more than three. */
const room = new Uint8Array(512)

/** Writes an entry into others, from `at` on; the line is `bytes[start]` to `bytes[end - 1]`. */
export function writeEntry(
  target: Uint8Array,
  at: number,
  id: string,
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
): void {
  sha256Into(room, target, at, 0, encodedId(id))
  sha256Into(bytes, target, at + HASH, start, end)
}

/** Puts an id into the room; gives its bytes. Ids of a bundle are plain: a call of the encoder costs half of the hash. */
function encodedId(id: string): number {
  let length = 0
  for (let unit = id.charCodeAt(0); unit < 0x80 && length < room.length; unit = id.charCodeAt(length))
    room[length++] = unit
  if (length === id.length) return length
  const { read, written } = encoder.encodeInto(id, room)
  if (read < id.length) throw new RangeError(`an id of ${id.length} characters`)
  return written
}

/** The bucket of an id, for whoever loads only the buckets that a delta touches. */
export const bucketOf = (id: string): number => bucketOfHash(sha256Of(encoder.encode(id)))

/** The bucket that a hash chooses, which begins at a byte. */
export const bucketOfHash = (hash: Uint8Array, at = 0): number =>
  ((hash[at] ?? 0) << 4) | ((hash[at + 1] ?? 0) >> 4)

/** What changes in one bucket: entries to set, and ids (as text) to take away. */
export interface BucketChange {
  readonly puts: readonly StateEntry[]
  readonly dels: readonly string[]
}

/** A changed bucket, how many of the puts were new, and how many of the dels were there. */
export interface ChangedBucket {
  readonly bucket: Uint8Array
  readonly added: number
  readonly removed: number
}

/**
 * A bucket after a change. A bucket is its entries one after another, ascending by the bytes of the hash of the id;
 * the old one is not touched. An id that is not there is taken away without effect (`removed` tells).
 */
export function changeBucket(bucket: Uint8Array, { puts, dels }: BucketChange): ChangedBucket {
  const entries = new Map<string, Uint8Array>()
  for (let at = 0; at < bucket.length; at += ENTRY_BYTES) {
    const entry = bucket.subarray(at, at + ENTRY_BYTES)
    entries.set(keyOf(entry), entry)
  }
  const before = entries.size
  for (const id of dels) entries.delete(toHex(sha256Of(encoder.encode(id))))
  const removed = before - entries.size
  for (const { bytes } of puts) entries.set(keyOf(bytes), bytes)
  return { bucket: bucketOfEntries([...entries.values()]), added: entries.size - before + removed, removed }
}

const keyOf = (entry: Uint8Array): string => toHex(entry.subarray(0, HASH))

/** A bucket of entries, put in ascending order. */
function bucketOfEntries(entries: Uint8Array[]): Uint8Array<ArrayBuffer> {
  entries.sort(compareBytes)
  const bucket = new Uint8Array(entries.length * ENTRY_BYTES)
  for (const [index, entry] of entries.entries()) bucket.set(entry, index * ENTRY_BYTES)
  return bucket
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const EMPTY = new Uint8Array(0)
const EMPTY_HASH = sha256Of(EMPTY)

/** The hash of one bucket, 32 bytes. Small bundles leave most buckets empty. */
const bucketHash = (bucket: Uint8Array): Uint8Array => (bucket.length === 0 ? EMPTY_HASH : sha256Of(bucket))

/** The hashes of all buckets, one after another: what a reader keeps beside the buckets. */
export function hashBuckets(buckets: Iterable<Uint8Array>): Uint8Array {
  const hashes = new Uint8Array(STATE_BUCKETS * HASH)
  let at = 0
  for (const bucket of buckets) {
    hashes.set(bucketHash(bucket), at)
    at += HASH
  }
  return hashes
}

/** Whether a bucket is the one that the hashes of all buckets name. */
export const isBucket = (hashes: Uint8Array, index: number, bucket: Uint8Array): boolean =>
  compareBytes(hashes.subarray(index * HASH, (index + 1) * HASH), bucketHash(bucket)) === 0

/** Whether a bucket holds exactly this record. */
export function bucketHolds(bucket: Uint8Array, { bytes }: StateEntry): boolean {
  for (let at = 0; at < bucket.length; at += ENTRY_BYTES)
    if (compareBytes(bucket.subarray(at, at + ENTRY_BYTES), bytes) === 0) return true
  return false
}

/** The same with one bucket changed, in place. */
export const setBucketHash = (hashes: Uint8Array, index: number, bucket: Uint8Array): void =>
  hashes.set(bucketHash(bucket), index * HASH)

/** The digest itself, in hexadecimal, of the hashes of all buckets. */
export const stateRoot = (hashes: Uint8Array): string => toHex(sha256Of(hashes))
