import type { EntityId } from '../model/ids.ts'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { changeBucket, recordHashIn } from './change-bucket.ts'
import type { BundleDelta } from './manifest.ts'
import type { DeltaChange } from './read-delta.ts'
import { sha256Of } from './sha256.ts'
import { bucketOf, type StateEntry, setBucketHash, stateEntry, stateRoot } from './state-digest.ts'

/** The state digest as a reader keeps it: the hashes of all buckets, and the buckets, loaded where they are asked for. */
export interface KeptState {
  readonly hashes: Uint8Array
  /** Some buckets, in the order asked. Their bytes are the asker's own, who may give them back all at once (`letGo`). */
  buckets(indices: readonly number[]): Promise<readonly Uint8Array[]>
}

/** A state after a delta. Its buckets are made of those before it where they are asked for: a million records have 64 MB of them. */
export interface StateChange extends KeptState {
  readonly root: string
  /** The buckets that are not as they were. */
  readonly touched: ReadonlySet<number>
  /** The hash of the record that each id of the delta had before; undefined where it had none. */
  readonly before: ReadonlyMap<EntityId, Uint8Array | undefined>
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

/** Buckets asked for at once: each is a way to the database and back. */
const BUCKETS_AT_ONCE = 64

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
  const before = new Map<EntityId, Uint8Array | undefined>()
  const groups = byBucket(changes)
  let [added, removed] = [0, 0]
  // In order, so that buckets that are kept together are read once.
  const touched = [...groups.keys()].sort((a, b) => a - b)
  for await (const batch of bucketBatches(state, touched)) {
    for (const [index, bucket] of batch) {
      const group = groups.get(index) ?? NO_CHANGE
      for (const { id, hash } of group.ids) before.set(id, recordHashIn(bucket, hash))
      const changed = changeBucket(bucket, group)
      setBucketHash(hashes, index, changed.bucket)
      added += changed.added
      removed += changed.removed
      // Made anew where it is written; all of them would be held until the collector comes.
      letGo([changed.bucket])
    }
    letGo(batch.map(([, bucket]) => bucket))
  }
  const root = stateRoot(hashes)
  if (root !== delta.toState) return refuse('wrong-state', where, `it leads to ${root}`)
  const buckets = async (indices: readonly number[]): Promise<readonly Uint8Array[]> => {
    const old = await state.buckets(indices)
    const after = indices.map(
      (index, at) => changeBucket(old[at] ?? NONE, groups.get(index) ?? NO_CHANGE).bucket,
    )
    letGo(old)
    return after
  }
  return ok({ root, hashes, buckets, touched: new Set(touched), before, added, removed })
}

/** Some buckets of a state with their indices, in the order asked, a few at a time. */
export async function* bucketBatches(
  state: Pick<KeptState, 'buckets'>,
  indices: readonly number[],
): AsyncGenerator<readonly (readonly [index: number, bucket: Uint8Array])[]> {
  for (let start = 0; start < indices.length; start += BUCKETS_AT_ONCE) {
    const asked = indices.slice(start, start + BUCKETS_AT_ONCE)
    const buckets = await state.buckets(asked)
    yield asked.map((index, at) => [index, buckets[at] ?? NONE])
  }
}

const NONE = new Uint8Array()

/** Gives the memory of buckets back, of which some may lie in one buffer. */
function letGo(buckets: readonly Uint8Array[]): void {
  for (const { buffer } of buckets)
    if (buffer instanceof ArrayBuffer && !buffer.detached && buffer !== NONE.buffer) buffer.transfer(0)
}

/** The changes of one bucket, and the hash of each id in them. */
interface Group {
  readonly puts: StateEntry[]
  readonly dels: string[]
  readonly ids: { readonly id: EntityId; readonly hash: Uint8Array }[]
}

const NO_CHANGE: Group = { puts: [], dels: [], ids: [] }

const encoder = new TextEncoder()

function byBucket(changes: readonly DeltaChange[]): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>()
  const groupOf = (bucket: number): Group => {
    const group = groups.get(bucket) ?? { puts: [], dels: [], ids: [] }
    groups.set(bucket, group)
    return group
  }
  for (const change of changes) {
    const { id } = change
    if (change.kind === 'del') {
      const group = groupOf(bucketOf(id))
      group.dels.push(id)
      group.ids.push({ id, hash: sha256Of(encoder.encode(id)) })
    } else {
      const entry = stateEntry(id, change.put.line)
      const group = groupOf(entry.bucket)
      group.puts.push(entry)
      group.ids.push({ id, hash: entry.bytes })
    }
  }
  return groups
}
