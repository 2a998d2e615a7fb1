import { applyToState, joinDelta } from '../../../src/bundle/apply-delta.ts'
import { GenerationCheck } from '../../../src/bundle/generation-check.ts'
import { partTarget } from '../../../src/bundle/manifest.ts'
import { planUpdate } from '../../../src/bundle/plan-update.ts'
import type { ReadFile } from '../../../src/bundle/read-bundle.ts'
import { type DeltaChange, readDeltaPart } from '../../../src/bundle/read-delta.ts'
import { readPart } from '../../../src/bundle/read-part.ts'
import { readTrustedManifest } from '../../../src/bundle/read-trusted-manifest.ts'
import { StateBuilder } from '../../../src/bundle/state-builder.ts'
import { hashBuckets, stateRoot } from '../../../src/bundle/state-digest.ts'
import { READER_PROFILE } from '../../../src/bundle/tuf/profile.ts'
import { refresh, versionsOf } from '../../../src/bundle/tuf/refresh.ts'
import type { FirstTrust, StoredMetadata, Versions } from '../../../src/bundle/tuf/stored-metadata.ts'
import { firstRoot } from '../../../src/bundle/tuf/update-root.ts'
import { fail, ok } from '../../../src/model/result.ts'

/** A reader in memory: what it trusts, and the records that it shows. */
export interface Reader {
  readonly stored?: StoredMetadata
  readonly versions?: Versions
  readonly generation: number
  readonly lines: ReadonlyMap<string, string>
}

export const NEW_READER: Reader = { generation: 0, lines: new Map() }

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** How an update ended: the reader after it, and why it was refused, if it was. */
export interface Read {
  readonly reader: Reader
  /** `current`, `full`, `deltas`, or an error's code. */
  readonly how: string
}

const { subtle } = crypto

/** One update by the whole core, as sync runs it: refresh, manifest, plan, parts or deltas, digest, and only then shown. */
export async function readOnce(
  reader: Reader,
  files: Files,
  now: number,
  trust: FirstTrust = { kind: 'first-use' },
): Promise<Read> {
  const session = { crypto: subtle, profile: READER_PROFILE, now, readFile: filesOf(files) }
  const start = reader.stored ? ok(reader.stored) : await firstRoot(session, trust)
  if (!start.ok) return { reader, how: start.error.code }
  const { stored, outcome } = await refresh(session, start.value)
  const refreshed = { ...reader, stored }
  if (!outcome.ok) return { reader: refreshed, how: outcome.error.code }
  const manifest = await readTrustedManifest(session, outcome.value)
  if (!manifest.ok) return { reader: refreshed, how: manifest.error.code }
  const { generation, full } = manifest.value
  const done = { stored, versions: versionsOf(outcome.value), generation }
  const state = keptState(reader.lines)
  const installed =
    reader.generation > 0 ? { generation: reader.generation, stateRoot: stateRoot(state.hashes) } : undefined
  const plan = planUpdate(manifest.value, installed)
  if (plan.kind === 'current') return { reader: { ...done, lines: reader.lines }, how: 'current' }
  if (plan.kind === 'full') {
    const check = new GenerationCheck(manifest.value)
    const lines = new Map<string, string>()
    for (const part of full) {
      const bytes = await session.readFile(partTarget(part), { exactly: part.length })
      const read = bytes.ok ? await readPart(part, bytes.value, subtle) : bytes
      if (!read.ok) return { reader: refreshed, how: read.error.code }
      const added = check.add(read.value)
      if (!added.ok) return { reader: refreshed, how: added.error.code }
      for (const { id, line } of read.value) lines.set(id, line)
    }
    const finished = check.finish()
    return finished.ok
      ? { reader: { ...done, lines }, how: 'full' }
      : { reader: refreshed, how: finished.error.code }
  }
  let lines = reader.lines
  for (const delta of plan.deltas) {
    const parts: (readonly DeltaChange[])[] = []
    for (const part of delta.parts) {
      const bytes = await session.readFile(partTarget(part), { exactly: part.length })
      const read = bytes.ok ? await readDeltaPart(part, bytes.value, subtle) : bytes
      if (!read.ok) return { reader: refreshed, how: read.error.code }
      parts.push(read.value)
    }
    const changes = joinDelta(delta, parts)
    if (!changes.ok) return { reader: refreshed, how: changes.error.code }
    const moved = await applyToState(keptState(lines), delta, changes.value)
    if (!moved.ok) return { reader: refreshed, how: moved.error.code }
    const after = new Map(lines)
    for (const change of changes.value)
      if (change.kind === 'del') after.delete(change.id)
      else after.set(change.id, change.put.line)
    lines = after
  }
  return { reader: { ...done, lines }, how: 'deltas' }
}

function keptState(lines: ReadonlyMap<string, string>) {
  const builder = new StateBuilder()
  for (const [id, line] of lines) builder.add(id, Buffer.from(line))
  const buckets = [...builder.buckets()]
  return {
    hashes: hashBuckets(buckets),
    buckets: async (indices: readonly number[]) =>
      indices.map((index) => (buckets[index] ?? new Uint8Array()).slice()),
  }
}

const filesOf =
  (files: Files): ReadFile<{ readonly code: string; readonly where: string; readonly detail: string }> =>
  async (file, size) => {
    const bytes = files.get(file)
    const most = 'exactly' in size ? size.exactly : size.atMost
    if (!bytes) return fail({ code: 'not-found', where: file, detail: '' })
    return bytes.length > most ? fail({ code: 'too-large', where: file, detail: '' }) : ok(bytes)
  }
