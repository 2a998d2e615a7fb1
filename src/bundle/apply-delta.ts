import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import type { BundleDelta } from './manifest.ts'
import type { DeltaChange } from './read-delta.ts'
import {
  type BucketChange,
  bucketOf,
  changeBucket,
  type StateEntry,
  setBucketHash,
  stateEntry,
  stateRoot,
} from './state-digest.ts'

/** The state digest as a reader keeps it: the hashes of all buckets, and the buckets, loaded where they are asked for. */
export interface KeptState {
  readonly hashes: Uint8Array
  bucket(index: number): Promise<Uint8Array>
}

/** A state after a delta: all hashes, and the buckets that changed. */
export interface StateChange {
  readonly root: string
  readonly hashes: Uint8Array
  readonly buckets: ReadonlyMap<number, Uint8Array>
  /** Records that were not there before, and records that are gone. */
  readonly added: number
  readonly removed: number
}

/** The changes of all parts of a delta, in order, as many as it declares. */
export function joinDelta(
  delta: BundleDelta,
  parts: readonly (readonly DeltaChange[])[],
): Result<readonly DeltaChange[], BundleError> {
  const changes = parts.flat()
  const where = `delta ${delta.from}-${delta.to}`
  const unordered = changes.findIndex(
    (change, index) => index > 0 && (changes[index - 1]?.id ?? '') >= change.id,
  )
  if (unordered >= 0) return refuse('wrong-order', where, `"${changes[unordered]?.id}" comes too late`)
  const puts = changes.filter((change) => change.kind === 'put').length
  if (puts === delta.puts && changes.length - puts === delta.dels) return ok(changes)
  return refuse('wrong-count', where, `${puts} puts and ${changes.length - puts} dels`)
}

/**
 * Carries the state digest over a delta without reading a record that it does not name. Refused as `wrong-state`
 * where it does not lead to the signed digest: the delta was made for other records, or a record was damaged since. The
 * records need not be those that it was made from: a delta covers the generations between (`planUpdate`).
 * Nothing is changed in place.
 */
export async function applyToState(
  state: KeptState,
  delta: BundleDelta,
  changes: readonly DeltaChange[],
): Promise<Result<StateChange, BundleError>> {
  const where = `delta ${delta.from}-${delta.to}`
  const hashes = state.hashes.slice()
  const buckets = new Map<number, Uint8Array>()
  let [added, removed] = [0, 0]
  // In order, so that buckets that are kept together are read once.
  for (const [index, change] of [...byBucket(changes)].sort(([a], [b]) => a - b)) {
    const changed = changeBucket(await state.bucket(index), change)
    buckets.set(index, changed.bucket)
    setBucketHash(hashes, index, changed.bucket)
    added += changed.added
    removed += changed.removed
  }
  const root = stateRoot(hashes)
  if (root !== delta.toState) return refuse('wrong-state', where, `it leads to ${root}`)
  return ok({ root, hashes, buckets, added, removed })
}

function byBucket(changes: readonly DeltaChange[]): ReadonlyMap<number, BucketChange> {
  const groups = new Map<number, { puts: StateEntry[]; dels: string[] }>()
  const groupOf = (bucket: number) => {
    const group = groups.get(bucket) ?? { puts: [], dels: [] }
    groups.set(bucket, group)
    return group
  }
  for (const change of changes) {
    if (change.kind === 'del') groupOf(bucketOf(change.id)).dels.push(change.id)
    else {
      const entry = stateEntry(change.id, change.put.line)
      groupOf(entry.bucket).puts.push(entry)
    }
  }
  return groups
}
