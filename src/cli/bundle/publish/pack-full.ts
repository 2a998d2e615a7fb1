import type { BundleError } from '../../../bundle/bundle-error.ts'
import { GenerationTally } from '../../../bundle/generation-tally.ts'
import { BUNDLE_FORMAT, type BundlePart, type Manifest, READER_VERSION } from '../../../bundle/manifest.ts'
import type { RecordLine } from '../../../bundle/read-record.ts'
import { STATE_ALGORITHM, STATE_BUCKETS } from '../../../bundle/state-digest.ts'
import { ok, type Result } from '../../../model/result.ts'
import type { BundleHeader } from '../header-source.ts'
import { LinePacker, namedPart, type PackedLines, type PackedRun } from './pack-lines.ts'

/** The last parts of a generation, and what its manifest says wherever it is put. */
export interface PackedFull {
  readonly last: readonly PackedLines[]
  readonly described: Manifest
}

/** Packs records into full parts as they come, in ascending order of their ids; no more than a part of them is held. */
export class FullPacker {
  readonly #header: BundleHeader
  readonly #tally = new GenerationTally()
  readonly #packer = new LinePacker()
  readonly #parts: BundlePart[] = []

  constructor(header: BundleHeader) {
    this.#header = header
  }

  /** Takes the next records; gives the parts that came to their end. */
  add(lines: readonly RecordLine[]): Result<readonly PackedLines[], BundleError> {
    const added = this.#tally.add(lines)
    return added.ok ? ok(this.#named(lines.flatMap(({ line }) => this.#packer.add(line)))) : added
  }

  /** After the last record. */
  finish(): Result<PackedFull, BundleError> {
    const unknown = this.#tally.unknownReference()
    if (unknown) return unknown
    const last = this.#named(this.#packer.finish())
    return ok({ last, described: this.#described() })
  }

  #named(runs: readonly PackedRun[]): readonly PackedLines[] {
    return runs.map((run) => {
      const packed = namedPart(run, `full-${String(this.#parts.length).padStart(5, '0')}.jsonl.gz`)
      this.#parts.push(packed.part)
      return packed
    })
  }

  #described(): Manifest {
    return {
      format: BUNDLE_FORMAT,
      minReader: READER_VERSION,
      ...this.#header,
      counts: this.#tally.counts,
      state: { alg: STATE_ALGORITHM, buckets: STATE_BUCKETS, root: this.#tally.state().root },
      full: this.#parts,
    }
  }
}
