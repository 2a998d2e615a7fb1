import type { StagedLine } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type LineStream, mergeLines } from './merge-lines.ts'
import { layerLines, linesOf } from './read-layers.ts'
import type { BundleRow, Layer } from './rows.ts'
import { layerBuckets, type NewState } from './state-rows.ts'

/**
 * Above this share of the whole a layer of changes is written into it: a look-up reads a row of each layer, and each
 * further delta writes the layer anew. At a tenth ten deltas of a hundredth fit (docs/adr/0008).
 */
const LAYER_SHARE = 0.1

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
  state: NewState,
): Promise<DeltaLayer> {
  const [whole, earlier] = layers
  const size = changes.length + (earlier?.records ?? 0)
  const touched = earlier ? new Map(await layerBuckets(database, earlier)) : new Map<number, Uint8Array>()
  for (const [index, bytes] of state.buckets) touched.set(index, bytes)
  if (whole && size <= manifest.counts.entities * LAYER_SHARE) {
    const lines = earlier ? mergeLines(layerLines(database, earlier), streamOf(changes)) : streamOf(changes)
    return { below: [whole], lines, state: { ...state, buckets: inOrder(touched) } }
  }
  const lines = withoutRemovals(mergeLines(linesOf(database, layers), streamOf(changes)))
  const below = whole ? new Map(await layerBuckets(database, whole)) : new Map<number, Uint8Array>()
  for (const [index, bytes] of touched) below.set(index, bytes)
  const wholeOf = manifest.counts.entities
  return { below: [], lines, state: { ...state, buckets: inOrder(below), wholeOf } }
}

const inOrder = (buckets: ReadonlyMap<number, Uint8Array>): NewState['buckets'] =>
  [...buckets].sort(([a], [b]) => a - b)

async function* streamOf(lines: readonly StagedLine[]): LineStream {
  if (lines.length > 0) yield lines
}

async function* withoutRemovals(lines: LineStream): LineStream {
  for await (const piece of lines) {
    const kept = piece.filter(({ line }) => line !== '')
    if (kept.length > 0) yield kept
  }
}
