import { applyToState, joinDelta, type KeptState } from '../bundle/apply-delta.ts'
import type { ReaderCrypto } from '../bundle/crypto.ts'
import { type BundleDelta, partTarget } from '../bundle/manifest.ts'
import type { ReadFile } from '../bundle/read-bundle.ts'
import { type DeltaChange, readDeltaPart } from '../bundle/read-delta.ts'
import { ok, type Result } from '../model/result.ts'
import type { SyncError } from '../model/sync-error.ts'
import type { StagedLine } from '../storage/chunks.ts'
import type { NewState } from '../storage/state-rows.ts'

/** What a chain of deltas comes to: each id once, as it is at the end, and the digest of everything. */
export interface ChainedChanges {
  readonly changes: readonly StagedLine[]
  readonly state: NewState
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
 * leads to. Nothing is written; a chain has at most two fifths of a generation's bytes, so it is held.
 */
export async function readChain(
  { files, crypto, state: installed, onBytes }: ChainInput,
  deltas: readonly BundleDelta[],
): Promise<Result<ChainedChanges, SyncError>> {
  const lines = new Map<StagedLine['id'], string>()
  const buckets = new Map<number, Uint8Array>()
  let [state, root, bytes]: [KeptState, string, number] = [installed, '', 0]
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
    const moved = await applyToState(state, delta, changes.value)
    if (!moved.ok) return moved
    for (const change of changes.value) lines.set(change.id, change.kind === 'put' ? change.put.line : '')
    for (const [index, bucket] of moved.value.buckets) buckets.set(index, bucket)
    root = moved.value.root
    state = {
      hashes: moved.value.hashes,
      bucket: async (index) => buckets.get(index) ?? installed.bucket(index),
    }
  }
  const changes = [...lines].map(([id, line]) => ({ id, line })).sort((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ changes, state: { root, hashes: state.hashes, buckets } })
}
