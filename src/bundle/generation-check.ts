import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { type GenerationState, GenerationTally } from './generation-tally.ts'
import { MANIFEST_FILE, type Manifest } from './manifest.ts'
import { pause } from './pause.ts'
import type { RecordLine } from './read-record.ts'

/** Records hashed in one go: some three milliseconds. */
const RECORDS_AT_ONCE = 480

/** Holds a generation, part by part, against what its manifest says of the whole. */
export class GenerationCheck {
  readonly #manifest: Manifest
  readonly #tally: GenerationTally

  constructor(manifest: Manifest) {
    this.#manifest = manifest
    this.#tally = new GenerationTally(manifest.counts.entities)
  }

  /** Takes the next records; ids ascend over all of them. */
  add(lines: readonly RecordLine[]): Result<undefined, BundleError> {
    return this.#tally.add(lines)
  }

  /** The same for many records, a few at a time, so that others may run. */
  async addMany(lines: readonly RecordLine[]): Promise<Result<undefined, BundleError>> {
    for (let start = 0; start < lines.length; start += RECORDS_AT_ONCE) {
      if (start > 0) await pause()
      const added = this.#tally.add(lines.slice(start, start + RECORDS_AT_ONCE))
      if (!added.ok) return added
    }
    return ok(undefined)
  }

  /** After the last record of many: what `finish` would do at once is done bit by bit, so that others may run. */
  digest(): Promise<void> {
    return this.#tally.digest()
  }

  /** After the last record: the digest, or what is wrong with the whole. */
  finish(): Result<GenerationState, BundleError> {
    return this.#countError() ?? this.#tally.unknownReference() ?? this.#stateOrError()
  }

  #countError(): Result<never, BundleError> | undefined {
    const { counts } = this.#tally
    for (const name of ['entities', 'aliases', 'facts', 'sources'] as const) {
      const declared = this.#manifest.counts[name]
      if (counts[name] === declared) continue
      return refuse('wrong-count', `${MANIFEST_FILE} counts.${name}`, `${counts[name]}, not ${declared}`)
    }
    return undefined
  }

  #stateOrError(): Result<GenerationState, BundleError> {
    const state = this.#tally.state()
    if (this.#manifest.state.root === state.root) return ok(state)
    return refuse('wrong-state', `${MANIFEST_FILE} state.root`, `the records have ${state.root}`)
  }
}
