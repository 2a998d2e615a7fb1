import { HASH_BYTES, sha256Of } from './sha256.ts'
import { compareBytes, ENTRY_BYTES, type StateEntry } from './state-digest.ts'

/** What changes in one bucket: entries to set, and ids (as text) to take away. No id is named twice. */
export interface BucketChange {
  readonly puts: readonly StateEntry[]
  readonly dels: readonly string[]
}

/** A changed bucket, how many of the puts were new, and how many of the dels were there. */
export interface ChangedBucket {
  /** Bytes of its own. */
  readonly bucket: Uint8Array<ArrayBuffer>
  readonly added: number
  readonly removed: number
}

/** One id's change: 64 bytes set its entry, the 32 of its hash alone take it away. */
type EntryChange = Uint8Array

const encoder = new TextEncoder()

/**
 * A bucket after a change. A bucket is its entries one after another, ascending by the bytes of the hash of the id;
 * the old one is not touched. An id that is not there is taken away without effect (`removed` tells). What does not
 * change is copied as it lies: of a million records a bucket has 250 entries, and a delta changes two or three.
 */
export function changeBucket(bucket: Uint8Array, { puts, dels }: BucketChange): ChangedBucket {
  const changes: readonly PlacedChange[] = [
    ...puts.map(({ bytes }) => bytes),
    ...dels.map((id) => sha256Of(encoder.encode(id))),
  ]
    .sort(byIdHash)
    .map((change) => placed(bucket, change))
  const added = changes.filter(({ entry, isThere }) => entry && !isThere).length
  const removed = changes.filter(({ entry, isThere }) => !entry && isThere).length
  const changed = new Uint8Array(bucket.length + (added - removed) * ENTRY_BYTES)
  let [read, written] = [0, 0]
  for (const { entry, place, isThere } of changes) {
    changed.set(bucket.subarray(read, place), written)
    written += place - read
    read = isThere ? place + ENTRY_BYTES : place
    if (!entry) continue
    changed.set(entry, written)
    written += ENTRY_BYTES
  }
  changed.set(bucket.subarray(read), written)
  return { bucket: changed, added, removed }
}

/** A change of one id, where its entry is or belongs; the entry that is set, or undefined where it is taken away. */
interface PlacedChange {
  readonly entry: Uint8Array | undefined
  readonly place: number
  readonly isThere: boolean
}

function placed(bucket: Uint8Array, change: EntryChange): PlacedChange {
  const place = placeIn(bucket, change)
  const isThere = isEntryOf(bucket, place, change)
  return { entry: change.length === ENTRY_BYTES ? change : undefined, place, isThere }
}

/** The hash of the record that a bucket has for the hash of an id, the first of the bytes given; undefined where it has none. */
export function recordHashIn(bucket: Uint8Array, id: Uint8Array): Uint8Array | undefined {
  const place = placeIn(bucket, id)
  return isEntryOf(bucket, place, id) ? bucket.slice(place + HASH_BYTES, place + ENTRY_BYTES) : undefined
}

const idHashOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, HASH_BYTES)

const byIdHash = (a: EntryChange, b: EntryChange): number => compareBytes(idHashOf(a), idHashOf(b))

const isEntryOf = (bucket: Uint8Array, place: number, id: Uint8Array): boolean =>
  place < bucket.length && compareToEntry(bucket, place, id) === 0

/** Where the first entry begins that does not stand before the hash of an id, by binary search. */
function placeIn(bucket: Uint8Array, id: Uint8Array): number {
  let [low, high] = [0, bucket.length / ENTRY_BYTES]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareToEntry(bucket, middle * ENTRY_BYTES, id) < 0) low = middle + 1
    else high = middle
  }
  return low * ENTRY_BYTES
}

function compareToEntry(bucket: Uint8Array, place: number, id: Uint8Array): number {
  for (let at = 0; at < HASH_BYTES; at += 1) {
    const difference = (bucket[place + at] as number) - (id[at] as number)
    if (difference !== 0) return difference
  }
  return 0
}
