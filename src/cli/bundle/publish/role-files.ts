import { TIMESTAMP_FILE } from '../../../bundle/tuf/files.ts'
import type { Root } from '../../../bundle/tuf/metadata.ts'
import { ok, type Result } from '../../../model/result.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { type KeyRing, roleSigners } from './key-folder.ts'
import { signMetadata, snapshotOf, timestampOf } from './make-metadata.ts'
import type { OnPart } from './verify-repository.ts'

/** What signing works with. */
export interface SignOptions {
  readonly ring: KeyRing
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
  readonly onPart?: OnPart
}

/** Files in the order in which they may be seen: whoever reads between two of them finds the state before. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** What a snapshot is made with; `versions` are those before it. */
export interface AboveOptions extends SignOptions {
  readonly versions: { readonly snapshot: number; readonly timestamp: number }
}

/** A new snapshot and timestamp above signed targets. */
export async function snapshotFiles(
  targets: { readonly version: number; readonly bytes: Uint8Array },
  root: Root,
  options: AboveOptions,
): Promise<Result<Files, string>> {
  const signers = roleSigners(options.ring, root, 'snapshot')
  if (!signers.ok) return signers
  const version = options.versions.snapshot + 1
  const expires = instantAfter(options.at, VALID_DAYS.snapshot)
  const bytes = await signMetadata(snapshotOf({ version, expires }, targets), signers.value)
  const above = await timestampFiles({ version, bytes }, root, options)
  return above.ok ? ok(new Map([[`metadata/${version}.snapshot.json`, bytes], ...above.value])) : above
}

/** A new timestamp above a signed snapshot. */
export async function timestampFiles(
  snapshot: { readonly version: number; readonly bytes: Uint8Array },
  root: Root,
  { ring, at, versions }: AboveOptions,
): Promise<Result<Files, string>> {
  const signers = roleSigners(ring, root, 'timestamp')
  if (!signers.ok) return signers
  const validity = { version: versions.timestamp + 1, expires: instantAfter(at, VALID_DAYS.timestamp) }
  return ok(new Map([[TIMESTAMP_FILE, await signMetadata(timestampOf(validity, snapshot), signers.value)]]))
}
