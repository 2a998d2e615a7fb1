import type { BundleError } from '../../../bundle/bundle-error.ts'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import { type BundleManifest, MANIFEST_FILE } from '../../../bundle/manifest.ts'
import type { RecordLine } from '../../../bundle/read-record.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { ok, type Result } from '../../../model/result.ts'
import type { BundleHeader } from '../header-source.ts'
import { changesBetween, DeltaPacker, type DeltaStart, type KnownLine } from './pack-delta.ts'
import { FullPacker } from './pack-full.ts'
import type { PackedLines } from './pack-lines.ts'

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
  readonly #predecessors: Predecessors
  readonly #full: FullPacker
  readonly #deltas: readonly DeltaPacker[]

  constructor(header: BundleHeader, predecessors: Predecessors) {
    this.#predecessors = predecessors
    this.#full = new FullPacker(header)
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
    const parts = this.#full.add(lines)
    if (!parts.ok) return parts
    this.#addChanges(lines, before, lines.at(-1)?.id)
    return ok(parts.value.map(targetBytes))
  }

  /** After the last record; `before` is what the last generation had behind it. */
  finish(before: readonly KnownLine[]): Result<PackedEnd, BundleError> {
    const full = this.#full.finish()
    if (!full.ok) return full
    const { last, described } = full.value
    const to = { generation: described.generation, root: described.state.root }
    this.#addChanges([], before, undefined)
    const deltas = this.#deltas.map((delta) => delta.finish(to))
    const { rootDigest, supersededBy } = this.#predecessors
    const manifest: BundleManifest = {
      ...described,
      rootDigest,
      deltas: deltas.map((each) => each.delta),
      ...(supersededBy && { supersededBy }),
    }
    const packed = [...last, ...deltas.flatMap((each) => each.files)].map(targetBytes)
    return ok({ manifest, files: [...packed, [MANIFEST_FILE, manifestBytes(manifest)]] })
  }

  #addChanges(lines: readonly KnownLine[], before: readonly KnownLine[], last: string | undefined): void {
    if (this.#deltas.length === 0) return
    const changes = changesBetween(before, lines)
    for (const delta of this.#deltas) delta.add(lines, changes, last)
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
