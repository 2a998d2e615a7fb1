import { applyToState, joinDelta, type KeptState, type StateChange } from '../bundle/apply-delta.ts'
import type { ReaderCrypto } from '../bundle/crypto.ts'
import { type BundleDelta, partTarget } from '../bundle/manifest.ts'
import type { ReadFile } from '../bundle/read-bundle.ts'
import { type DeltaChange, readDeltaPart } from '../bundle/read-delta.ts'
import { compareBytes, stateEntry } from '../bundle/state-digest.ts'
import type { EntityId } from '../model/ids.ts'
import { ok, type Result } from '../model/result.ts'
import type { SyncError } from '../model/sync-error.ts'
import type { ChangedState } from '../storage/delta-layer.ts'
import type { ChangedLine } from '../storage/take-changes.ts'

/** What a chain of deltas comes to: each id that is not as it was, once, as it is at the end, and the digest of everything. */
export interface ChainedChanges {
  readonly changes: readonly ChangedLine[]
  readonly state: ChangedState
}

/** What reading a chain works with. */
export interface ChainInput {
  readonly files: ReadFile<SyncError>
  readonly crypto: ReaderCrypto
  /** The state digest of what is installed. */
  readonly state: KeptState
  /** Told the bytes of all files so far, whenever one is done. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Fetches and verifies a chain of deltas, each against the signed digest that it starts from and the one that it
 * leads to. Nothing is written; a chain has at most two fifths of a generation's bytes, so its lines are held.
 */
export async function readChain(
  { files, crypto, state: installed, onBytes }: ChainInput,
  deltas: readonly BundleDelta[],
): Promise<Result<ChainedChanges, SyncError>> {
  const chain = new Chain(installed)
  let bytes = 0
  for (const delta of deltas) {
    const parts: (readonly DeltaChange[])[] = []
    for (const part of delta.parts) {
      const file = await files(partTarget(part), { exactly: part.length })
      if (!file.ok) return file
      const read = await readDeltaPart(part, file.value, crypto)
      if (!read.ok) return read
      parts.push(read.value)
      bytes += part.length
      onBytes?.(bytes)
    }
    const changes = joinDelta(delta, parts)
    if (!changes.ok) return changes
    const moved = await applyToState(chain.state, delta, changes.value)
    if (!moved.ok) return moved
    chain.add(changes.value, moved.value)
  }
  return ok({ changes: chain.changes(), state: chain.state })
}

/** What deltas come to, one after the other. The newest line of each id is held, and no bucket. */
class Chain {
  state: ChangedState
  readonly #lines = new Map<EntityId, string>()
  /** The hash of the record of each id in what is installed. */
  readonly #installed = new Map<EntityId, Uint8Array | undefined>()
  readonly #touched = new Set<number>()

  constructor(installed: KeptState) {
    const { hashes } = installed
    this.state = {
      root: '',
      touched: this.#touched,
      hashes,
      buckets: (indices) => installed.buckets(indices),
    }
  }

  add(changes: readonly DeltaChange[], after: StateChange): void {
    const { root, hashes, touched, before } = after
    for (const [id, hash] of before) if (!this.#installed.has(id)) this.#installed.set(id, hash)
    for (const change of changes) this.#lines.set(change.id, change.kind === 'put' ? change.put.line : '')
    for (const index of touched) this.#touched.add(index)
    this.state = { root, hashes, touched: this.#touched, buckets: (indices) => after.buckets(indices) }
  }

  /** In ascending order of ids. What a delta names that is as it was need not be written once more. */
  changes(): readonly ChangedLine[] {
    const changed = [...this.#lines].flatMap(([id, line]) => {
      const what = differenceOf(this.#installed.get(id), id, line)
      return what === undefined ? [] : [{ id, line, what }]
    })
    return changed.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

/** What a line is beside the record that was there, of which the hash is known; undefined where it is the same. */
function differenceOf(
  before: Uint8Array | undefined,
  id: EntityId,
  line: string,
): ChangedLine['what'] | undefined {
  if (line === '') return before && 'removed'
  if (!before) return 'added'
  const now = stateEntry(id, line).bytes.subarray(before.length)
  return compareBytes(before, now) === 0 ? undefined : 'changed'
}
