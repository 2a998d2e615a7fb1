import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { HashSet } from './hash-set.ts'
import { type BundleCounts, MANIFEST_FILE } from './manifest.ts'
import { ownText } from './own-text.ts'
import { pause } from './pause.ts'
import type { RecordLine } from './read-record.ts'
import type { RecordOutline } from './record-outline.ts'
import { StateBuilder } from './state-builder.ts'
import { emptyHashes, hashBuckets, setBucketHash, stateRoot } from './state-digest.ts'

/** Names kept for a complaint: a bundle of a million entities must not be held for it. */
const MOST_NAMED_BY = 1_000

/** Bytes of the digest that are put in order and hashed in one go: some three milliseconds, then others may run. */
const BYTES_AT_ONCE = 256 * 1024

/** The state digest of a whole generation, with what a reader keeps of it to apply deltas later. */
export interface GenerationState {
  readonly root: string
  /** The hashes of all buckets, 32 bytes each. */
  readonly hashes: Uint8Array
  /** The buckets in order, views of what was gathered: of a million records they have 64 MB. */
  readonly buckets: () => Iterable<Uint8Array>
}

/**
 * What only the whole of a generation shows, gathered part by part: the order of ids, counts, references and the state
 * digest. Of a million records it holds about 90 MB: 64 bytes of digest for each, and the ids as hashes.
 */
export class GenerationTally {
  readonly #state: StateBuilder
  readonly #ids = new HashSet()
  readonly #sources = new HashSet()
  readonly #named = new HashSet(this.#ids)
  /** Of the first entities that are named, who names them: for the words of a complaint. */
  readonly #namedBy = new Map<string, string>()
  /** Of all buckets, where they were made since the last record. */
  #hashes: Uint8Array | undefined
  #last = ''
  #aliases = 0
  #facts = 0

  /** `expected`: how many records there should be, where somebody has said so. */
  constructor(expected = 0) {
    this.#state = new StateBuilder(expected)
  }

  /** Takes the next records; ids ascend over all of them. */
  add(lines: readonly RecordLine[]): Result<undefined, BundleError> {
    for (const line of lines) {
      const { id, bytes, start, end } = line
      if (id <= this.#last)
        return refuse('wrong-order', `${MANIFEST_FILE} full`, `"${id}" stands after "${this.#last}"`)
      this.#last = id
      this.#ids.add(id)
      this.#count(line)
      this.#state.add(id, bytes, start, end)
    }
    this.#hashes = undefined
    return ok(undefined)
  }

  get counts(): BundleCounts {
    return {
      entities: this.#state.count,
      aliases: this.#aliases,
      facts: this.#facts,
      sources: this.#sources.size,
    }
  }

  /** The complaint of a record that names an entity that is not there; undefined where there is none. */
  unknownReference(): Result<never, BundleError> | undefined {
    if (this.#named.isWithin(this.#ids)) return undefined
    for (const [entity, by] of this.#namedBy)
      if (!this.#ids.has(entity)) return refuse('unknown-reference', `entity ${by}`, `it names "${entity}"`)
    return refuse('unknown-reference', `${MANIFEST_FILE} full`, 'an entity is named that is not there')
  }

  /** Makes the digest of what was taken so far bit by bit, so that others may run; `state` then has it. */
  async digest(): Promise<void> {
    const hashes = emptyHashes()
    let [index, size] = [0, 0]
    for (const bucket of this.#state.buckets()) {
      setBucketHash(hashes, index++, bucket)
      size += bucket.length
      if (size < BYTES_AT_ONCE) continue
      size = 0
      await pause()
    }
    this.#hashes = hashes
  }

  /** The digest, after the last record. */
  state(): GenerationState {
    const hashes = this.#hashes ?? hashBuckets(this.#state.buckets())
    return { root: stateRoot(hashes), hashes, buckets: () => this.#state.buckets() }
  }

  #count({ id, aliases, facts, sources, named }: RecordOutline): void {
    this.#aliases += aliases
    this.#facts += facts
    for (const source of sources) this.#sources.add(source)
    for (const entity of named) {
      this.#named.add(entity)
      if (this.#namedBy.size < MOST_NAMED_BY && !this.#namedBy.has(entity))
        this.#namedBy.set(ownText(entity), ownText(id))
    }
  }
}
