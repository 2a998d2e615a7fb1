import type { EntityRecord } from '../model/entity.ts'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { HashSet } from './hash-set.ts'
import { type BundleCounts, MANIFEST_FILE, type Manifest } from './manifest.ts'
import type { RecordLine } from './read-record.ts'
import { hashBuckets, StateBuilder, stateEntry, stateRoot } from './state-digest.ts'

/** The state digest of a whole generation, with what a reader keeps of it to apply deltas later. */
export interface GenerationState {
  readonly root: string
  /** The hashes of all buckets, 32 bytes each. */
  readonly hashes: Uint8Array
  readonly buckets: readonly Uint8Array[]
}

/**
 * Checks what only the whole can show, part by part, so that no part has to be held: the order of ids, the counts,
 * that every reference resolves, and the state digest.
 */
export class GenerationCheck {
  readonly #manifest: Manifest
  readonly #state = new StateBuilder()
  readonly #ids = new HashSet()
  readonly #sources = new HashSet()
  /** Who names an entity that was not there yet when it was named, by that entity. */
  readonly #named = new Map<string, string>()
  #last = ''
  #aliases = 0
  #facts = 0

  constructor(manifest: Manifest) {
    this.#manifest = manifest
  }

  /** Takes the next records; ids ascend over all of them. */
  add(lines: readonly RecordLine[]): Result<undefined, BundleError> {
    for (const { line, record } of lines) {
      if (record.id <= this.#last)
        return refuse('wrong-order', `${MANIFEST_FILE} full`, `"${record.id}" stands after "${this.#last}"`)
      this.#last = record.id
      this.#ids.add(record.id)
      this.#count(record)
      this.#state.add(stateEntry(record.id, line))
    }
    return ok(undefined)
  }

  /** After the last record: the digest, or what is wrong with the whole. */
  finish(): Result<GenerationState, BundleError> {
    return this.#countError() ?? this.#referenceError() ?? this.#stateOrError()
  }

  #count(record: EntityRecord): void {
    this.#aliases += record.names.length + record.aliases.length
    this.#facts += record.statements.length + record.events.length
    for (const source of record.sources) this.#sources.add(source.id)
    for (const { entity } of [...record.statements, ...record.relations])
      if (entity !== undefined && !this.#named.has(entity)) this.#named.set(entity, record.id)
  }

  #countError(): Result<never, BundleError> | undefined {
    const counts: BundleCounts = {
      entities: this.#state.count,
      aliases: this.#aliases,
      facts: this.#facts,
      sources: this.#sources.size,
    }
    for (const name of ['entities', 'aliases', 'facts', 'sources'] as const) {
      const declared = this.#manifest.counts[name]
      if (counts[name] === declared) continue
      return refuse('wrong-count', `${MANIFEST_FILE} counts.${name}`, `${counts[name]}, not ${declared}`)
    }
    return undefined
  }

  #referenceError(): Result<never, BundleError> | undefined {
    for (const [entity, by] of this.#named)
      if (!this.#ids.has(entity)) return refuse('unknown-reference', `entity ${by}`, `it names "${entity}"`)
    return undefined
  }

  #stateOrError(): Result<GenerationState, BundleError> {
    const buckets = this.#state.buckets()
    const hashes = hashBuckets(buckets)
    const root = stateRoot(hashes)
    if (this.#manifest.state.root === root) return ok({ root, hashes, buckets })
    return refuse('wrong-state', `${MANIFEST_FILE} state.root`, `the records have ${root}`)
  }
}
