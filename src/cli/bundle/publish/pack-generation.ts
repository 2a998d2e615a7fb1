import { canonicalBytes } from '../../../bundle/crypto.ts'
import {
  BUNDLE_FORMAT,
  type BundleManifest,
  countRecords,
  MANIFEST_FILE,
  type Manifest,
  READER_VERSION,
} from '../../../bundle/manifest.ts'
import { STATE_ALGORITHM, STATE_BUCKETS } from '../../../bundle/state-digest.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import type { CompiledBundle } from '../compile-sources.ts'
import { packDelta } from './pack-delta.ts'
import { type PackedLines, packLines } from './pack-lines.ts'
import { type PublishedState, stateOf } from './published-state.ts'

/** A generation ready to be signed: every file by its path among the targets, `bundle.json` last. */
export interface PackedGeneration {
  readonly manifest: BundleManifest
  readonly state: PublishedState
  readonly targets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** What a generation joins on to: the identity of its bundle, and what deltas start from or are carried on. */
export interface Predecessors {
  readonly rootDigest: string
  /** Generations to make a delta from, to this one. */
  readonly from: readonly PublishedState[]
  /** Deltas of earlier generations with their files, to be named again. */
  readonly carried?: readonly {
    readonly delta: BundleManifest['deltas'][number]
    readonly files: readonly PackedLines[]
  }[]
  readonly supersededBy?: string
}

/** Packs records into full parts, deltas and `bundle.json`. The same input gives the same bytes. */
export function packGeneration(compiled: CompiledBundle, predecessors: Predecessors): PackedGeneration {
  const { state, full, described } = packRecords(compiled)
  const deltas = [...(predecessors.carried ?? []), ...predecessors.from.map((from) => packDelta(from, state))]
  const manifest: BundleManifest = {
    ...described,
    rootDigest: predecessors.rootDigest,
    full: full.map((each) => each.part),
    deltas: deltas.map((each) => each.delta),
    ...(predecessors.supersededBy && { supersededBy: predecessors.supersededBy }),
  }
  const files = [...full, ...deltas.flatMap((each) => each.files)]
  const targets = new Map(files.map(({ part, bytes }) => [part.path, bytes]))
  return { manifest, state, targets: targets.set(MANIFEST_FILE, manifestBytes(manifest)) }
}

/** Records in full parts, and what the manifest says of them wherever they are put. */
export interface PackedRecords {
  readonly state: PublishedState
  readonly full: readonly PackedLines[]
  readonly described: Omit<Manifest, 'full'>
}

/** Packs records into full parts. */
export function packRecords(compiled: CompiledBundle): PackedRecords {
  const state = stateOf(compiled)
  const full = packLines(
    [...state.lines.values()],
    (index) => `full-${String(index).padStart(5, '0')}.jsonl.gz`,
  )
  return { state, full, described: describe(compiled, state) }
}

const describe = ({ header, records }: CompiledBundle, { root }: PublishedState): Omit<Manifest, 'full'> => ({
  format: BUNDLE_FORMAT,
  minReader: READER_VERSION,
  id: header.id,
  generation: header.generation,
  title: header.title,
  publisher: header.publisher,
  homepage: header.homepage,
  license: header.license,
  langs: header.langs,
  created: header.created,
  counts: countRecords(records),
  state: { alg: STATE_ALGORITHM, buckets: STATE_BUCKETS, root },
})

/** `bundle.json`: canonical, and without the lengths and hashes, which the signed targets give. */
export function manifestBytes(manifest: BundleManifest): Uint8Array<ArrayBuffer> {
  const named = ({ path, raw, records }: BundleManifest['full'][number]) => ({ path, raw, records })
  const wire = {
    ...manifest,
    full: manifest.full.map(named),
    deltas: manifest.deltas.map((delta) => ({ ...delta, parts: delta.parts.map(named) })),
  }
  return canonicalBytes(wire as unknown as Json)
}
