import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { TIMESTAMP_FILE } from '../../../bundle/tuf/files.ts'
import type { Root } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { replaceFile } from './folder-files.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { type KeyRing, roleSigners } from './key-folder.ts'
import { signMetadata, snapshotOf, targetsOf, timestampOf } from './make-metadata.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { UNSIGNED_FILE, type UnsignedTargets } from './pack-into.ts'
import { repositoryProblem } from './repository-problem.ts'
import { type OnPart, verifyRepository } from './verify-repository.ts'

/** What signing works with. */
export interface SignOptions {
  readonly ring: KeyRing
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
  readonly onPart?: OnPart
}

/** What was signed: a generation, or the timestamp alone. */
export interface Signed {
  readonly generation: number
  readonly renewed: boolean
}

/** Files in the order in which they may be seen: whoever reads between two of them finds the state before. */
type Files = Map<string, Uint8Array<ArrayBuffer>>

/**
 * Signs the generation that was built last, or renews the timestamp where none is waiting. It is verified as a reader
 * would before a byte of it is written; the timestamp comes last.
 */
export async function signRepository(folder: string, options: SignOptions): Promise<Result<Signed, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const unsigned = await readUnsigned(folder)
  if (!unsigned.ok) return unsigned
  const files = unsigned.value
    ? await generationFiles(own.value, unsigned.value, options)
    : await renewedTimestamp(folder, own.value, options)
  if (!files.ok) return files
  const written = await writeVerified(folder, files.value, options)
  if (!written.ok) return written
  await rm(join(folder, 'unsigned'), { recursive: true, force: true })
  return ok({ generation: written.value, renewed: !unsigned.value })
}

/** Writes files, timestamp last, after a reader's check of them; gives the generation. */
export async function writeVerified(
  folder: string,
  files: Files,
  { at, onPart }: Pick<SignOptions, 'at' | 'onPart'>,
): Promise<Result<number, string>> {
  const verified = await verifyRepository(folder, { now: at, over: files, ...(onPart && { onPart }) })
  if (!verified.ok) return fail(`${verified.error.where}: ${verified.error.code}: ${verified.error.detail}`)
  for (const [file, bytes] of files) await replaceFile(join(folder, file), bytes)
  return ok(verified.value.manifest.generation)
}

async function generationFiles(
  { root, trusted }: OwnRepository,
  { generation, targets }: UnsignedTargets,
  { ring, at }: SignOptions,
): Promise<Result<Files, string>> {
  if (trusted && generation <= trusted.targets.version)
    return fail(`Generation ${trusted.targets.version} is signed already; ${generation} would go back`)
  const signers = roleSigners(ring, root, 'targets')
  if (!signers.ok) return signers
  const expires = instantAfter(at, VALID_DAYS.targets)
  const bytes = await signMetadata(targetsOf({ version: generation, expires }, targets), signers.value)
  const above = await snapshotFiles({ version: generation, bytes }, root, {
    ring,
    at,
    versions: { snapshot: trusted?.snapshot.version ?? 0, timestamp: trusted?.timestamp.version ?? 0 },
  })
  return above.ok ? ok(new Map([[`metadata/${generation}.targets.json`, bytes], ...above.value])) : above
}

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

async function renewedTimestamp(
  folder: string,
  { root, trusted }: OwnRepository,
  options: SignOptions,
): Promise<Result<Files, string>> {
  if (!trusted) return fail(`${folder} holds nothing to sign: build first`)
  const { snapshot, timestamp } = trusted
  const bytes = new Uint8Array(await readFile(join(folder, `metadata/${snapshot.version}.snapshot.json`)))
  const versions = { snapshot: snapshot.version, timestamp: timestamp.version }
  return timestampFiles({ version: snapshot.version, bytes }, root, { ...options, versions })
}

const unsignedSchema = v.strictObject({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  targets: v.record(
    v.string(),
    v.strictObject({ length: v.number(), hashes: v.record(v.string(), v.string()) }),
  ),
})

async function readUnsigned(folder: string): Promise<Result<UnsignedTargets | undefined, string>> {
  const text = await readFile(join(folder, UNSIGNED_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return ok(undefined)
  try {
    return ok(v.parse(unsignedSchema, JSON.parse(text)))
  } catch {
    return fail(`${join(folder, UNSIGNED_FILE)} is damaged: build again`)
  }
}
