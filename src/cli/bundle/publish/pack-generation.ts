import type { BundleError } from '../../../bundle/bundle-error.ts'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import { GenerationTally } from '../../../bundle/generation-tally.ts'
import {
  BUNDLE_FORMAT,
  type BundleManifest,
  type BundlePart,
  MANIFEST_FILE,
  READER_VERSION,
} from '../../../bundle/manifest.ts'
import type { RecordLine } from '../../../bundle/read-record.ts'
import { STATE_ALGORITHM, STATE_BUCKETS } from '../../../bundle/state-digest.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { ok, type Result } from '../../../model/result.ts'
import type { BundleHeader } from '../header-source.ts'
import { changesBetween, DeltaPacker, type DeltaStart, type KnownLine } from './pack-delta.ts'
import { LinePacker, namedPart, type PackedLines, type PackedRun } from './pack-lines.ts'

/** A file of a generation by its path among the targets. */
export type TargetBytes = readonly [path: string, bytes: Uint8Array<ArrayBuffer>]

/** What a generation joins on to: the identity of its bundle, and what deltas start from. */
export interface Predecessors {
  readonly rootDigest: string
  /** Generations to make a delta from, to this one. */
  readonly from: readonly DeltaStart[]
  readonly supersededBy?: string
}

/** What is left to write at the end; `bundle.json` last. */
export interface PackedEnd {
  readonly manifest: BundleManifest
  readonly files: readonly TargetBytes[]
}

/**
 * Packs a generation as its records come, in ascending order of their ids: full parts, deltas, `bundle.json`. The same
 * input gives the same bytes. Of the records no more than a part is held, and the deltas as they are packed.
 */
export class GenerationPacker {
  readonly #header: BundleHeader
  readonly #predecessors: Predecessors
  readonly #tally = new GenerationTally()
  readonly #packer = new LinePacker()
  readonly #full: BundlePart[] = []
  readonly #deltas: readonly DeltaPacker[]

  constructor(header: BundleHeader, predecessors: Predecessors) {
    this.#header = header
    this.#predecessors = predecessors
    this.#deltas = predecessors.from.map((from) => new DeltaPacker(from))
  }

  /**
   * Takes the next records, and what the last generation had up to the last of them. Gives the files that came to their
   * end, which need not be kept.
   */
  add(
    lines: readonly RecordLine[],
    before: readonly KnownLine[],
  ): Result<readonly TargetBytes[], BundleError> {
    const added = this.#tally.add(lines)
    if (!added.ok) return added
    this.#addChanges(lines, before, lines.at(-1)?.id)
    return ok(this.#named(lines.flatMap(({ line }) => this.#packer.add(line))))
  }

  /** After the last record; `before` is what the last generation had behind it. */
  finish(before: readonly KnownLine[]): Result<PackedEnd, BundleError> {
    const unknown = this.#tally.unknownReference()
    if (unknown) return unknown
    const last = this.#named(this.#packer.finish())
    const to = { generation: this.#header.generation, root: this.#tally.state().root }
    this.#addChanges([], before, undefined)
    const deltas = this.#deltas.map((delta) => delta.finish(to))
    const manifest = this.#manifest(
      to.root,
      deltas.map((each) => each.delta),
    )
    const packed = deltas.flatMap((each) => each.files.map(targetBytes))
    return ok({ manifest, files: [...last, ...packed, [MANIFEST_FILE, manifestBytes(manifest)]] })
  }

  #addChanges(lines: readonly KnownLine[], before: readonly KnownLine[], last: string | undefined): void {
    if (this.#deltas.length === 0) return
    const changes = changesBetween(before, lines)
    for (const delta of this.#deltas) delta.add(lines, changes, last)
  }

  #named(runs: readonly PackedRun[]): readonly TargetBytes[] {
    return runs.map((run) => {
      const packed = namedPart(run, `full-${String(this.#full.length).padStart(5, '0')}.jsonl.gz`)
      this.#full.push(packed.part)
      return targetBytes(packed)
    })
  }

  #manifest(root: string, deltas: BundleManifest['deltas']): BundleManifest {
    const { rootDigest, supersededBy } = this.#predecessors
    return {
      format: BUNDLE_FORMAT,
      minReader: READER_VERSION,
      ...this.#header,
      counts: this.#tally.counts,
      state: { alg: STATE_ALGORITHM, buckets: STATE_BUCKETS, root },
      rootDigest,
      full: this.#full,
      deltas,
      ...(supersededBy && { supersededBy }),
    }
  }
}

const targetBytes = ({ part, bytes }: PackedLines): TargetBytes => [part.path, bytes]

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
