import { bucketBatches } from '../bundle/apply-delta.ts'
import { isBucket, STATE_BUCKETS } from '../bundle/state-digest.ts'
import type { StagedLine } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type LineStream, mergeLines } from './merge-lines.ts'
import { layerLines, linesOf } from './read-layers.ts'
import type { BundleRow, Layer } from './rows.ts'
import { layerIndices, type NewState, type StoredState } from './state-rows.ts'
import { StorageRefusal } from './storage-error.ts'

/**
 * Above this share of the whole a layer of changes is written into it: a look-up reads a row of each layer, and each
 * further delta writes the layer anew. At a tenth ten deltas of a hundredth fit (docs/adr/0008).
 */
const LAYER_SHARE = 0.1

/** The state digest after a change: its buckets are made where they are asked for. */
export interface ChangedState extends StoredState {
  readonly root: string
  /** The buckets that are not as they are in what is installed. */
  readonly touched: ReadonlySet<number>
}

/** What a delta makes of the installed layers: what stays below, and what is to be staged. */
export interface DeltaLayer {
  readonly below: readonly Layer[]
  readonly lines: LineStream
  readonly state: NewState
}

/**
 * A generation as the installed one with changes: a layer of them above the whole, which takes in an earlier layer;
 * or, where that grew too large, a new whole, without a byte fetched. Changes ascend by id.
 */
export async function deltaLayer(
  database: BackgrounderDatabase,
  { layers, manifest }: BundleRow,
  changes: readonly StagedLine[],
  state: ChangedState,
): Promise<DeltaLayer> {
  const [whole, earlier] = layers
  const { root, hashes } = state
  const size = changes.length + (earlier?.records ?? 0)
  if (whole && size <= manifest.counts.entities * LAYER_SHARE) {
    const lines = earlier ? mergeLines(layerLines(database, earlier), streamOf(changes)) : streamOf(changes)
    const known = earlier ? await layerIndices(database, earlier) : []
    const indices = [...new Set([...known, ...state.touched])].sort((a, b) => a - b)
    return { below: [whole], lines, state: { root, hashes, buckets: soundBuckets(state, indices) } }
  }
  const lines = withoutRemovals(mergeLines(linesOf(database, layers), streamOf(changes)))
  const all = Array.from({ length: STATE_BUCKETS }, (_, index) => index)
  const wholeOf = manifest.counts.entities
  return { below: [], lines, state: { root, hashes, buckets: soundBuckets(state, all), wholeOf } }
}

/** Buckets as they are written: what is read once more for it must still be what led to the signed digest. */
async function* soundBuckets(
  state: ChangedState,
  indices: readonly number[],
): AsyncGenerator<readonly [index: number, bytes: Uint8Array]> {
  for await (const batch of bucketBatches(state, indices))
    for (const [index, bytes] of batch) {
      if (!isBucket(state.hashes, index, bytes))
        throw new StorageRefusal('storage-failed', `bucket ${index} is another than it was`)
      yield [index, bytes]
    }
}

async function* streamOf(lines: readonly StagedLine[]): LineStream {
  if (lines.length > 0) yield lines
}

async function* withoutRemovals(lines: LineStream): LineStream {
  for await (const piece of lines) {
    const kept = piece.filter(({ line }) => line !== '')
    if (kept.length > 0) yield kept
  }
}
