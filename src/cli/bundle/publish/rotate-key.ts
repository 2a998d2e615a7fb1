import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFile } from '../../../bundle/tuf/files.ts'
import type { Root, TopRole } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { createKeyFile } from '../key-file.ts'
import { passphrase } from '../passphrase.ts'
import type { SigningKey } from '../signing-key.ts'
import { replaceFiles } from './folder-files.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { type KeyRing, roleSigners } from './key-folder.ts'
import { signMetadata } from './make-metadata.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { repositoryProblem } from './repository-problem.ts'
import { republished } from './republish.ts'
import { type AboveOptions, type Files, snapshotFiles, timestampFiles } from './role-files.ts'
import type { OnPart } from './verify-repository.ts'
import { writeVerified } from './write-verified.ts'

/** Which key to replace, and with what to sign. */
export interface RotateOptions {
  readonly role: TopRole
  /** The key to take away; the role's first one where it is not named. */
  readonly remove?: string
  readonly keys: string
  readonly ring: KeyRing
  readonly at: number
  readonly onPart?: OnPart
}

/** What came of a rotation. */
export interface Rotated {
  readonly rootVersion: number
  readonly removed: string
  readonly keyFile: string
}

/**
 * Gives a role a new key in the place of one: a new root, signed by the root keys before and after, and whatever the
 * role signs, signed anew. Files that are out are never changed: where the targets key changes, the same records come
 * out as the next generation.
 */
export async function rotateKey(folder: string, options: RotateOptions): Promise<Result<Rotated, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const { root } = own.value
  const before = root.roles[options.role].keyids
  const removed = options.remove ?? before[0] ?? ''
  if (!before.includes(removed)) return fail(`The ${options.role} role has no key ${removed}`)
  const former = roleSigners(options.ring, root, 'root')
  if (!former.ok) return former
  const keyFile = join(options.keys, `${options.role}-v${root.version + 1}.json`)
  const key = await createKeyFile(keyFile, passphrase())
  if (!key.ok) return key
  const next = rootWith(root, options, removed, key.value)
  const ring = new Map(options.ring).set(key.value.keyId, key.value)
  const written = await rotateTo(next, former.value, folder, own.value, { ...options, ring })
  if (written.ok) return ok({ rootVersion: next.version, removed, keyFile })
  // Nothing names the new key: left behind, it would stand in the way of the next try.
  await rm(keyFile, { force: true })
  return written
}

/** Signs the new root and what its role signs, and writes them. */
async function rotateTo(
  next: Root,
  former: readonly SigningKey[],
  folder: string,
  own: OwnRepository,
  options: RotateOptions,
): Promise<Result<unknown, string>> {
  const latter = roleSigners(options.ring, next, 'root')
  if (!latter.ok) return latter
  const bytes = await signMetadata(next, [...former, ...latter.value])
  const resigned = await resign(folder, own, next, options)
  if (!resigned.ok) return resigned
  // Right before the timestamp: in between, neither goes with the other.
  const files = [...resigned.value]
  files.splice(-1, 0, [rootFile(next.version), bytes])
  return writeRotation(folder, own, new Map(files), options)
}

/** A repository that signs nothing yet has nothing to verify but its root. */
async function writeRotation(
  folder: string,
  own: OwnRepository,
  files: Files,
  { at, onPart }: RotateOptions,
): Promise<Result<unknown, string>> {
  if (own.trusted) return writeVerified(folder, files, { at, ...(onPart && { onPart }) })
  await replaceFiles(folder, files)
  return ok(files.size)
}

function rootWith(root: Root, { role, at }: RotateOptions, removed: string, key: SigningKey): Root {
  const { threshold, keyids } = root.roles[role]
  const roles = {
    ...root.roles,
    [role]: { threshold, keyids: keyids.map((keyid) => (keyid === removed ? key.keyId : keyid)) },
  }
  const used = new Set(Object.values(roles).flatMap((each) => each.keyids))
  const keys = { ...root.keys, [key.keyId]: key.publicKey }
  return {
    ...root,
    version: root.version + 1,
    expires: instantAfter(at, VALID_DAYS.root),
    keys: Object.fromEntries(Object.entries(keys).filter(([keyid]) => used.has(keyid))),
    roles,
  }
}

/** What the role's own metadata and that above it become. */
async function resign(
  folder: string,
  { trusted, manifest }: OwnRepository,
  root: Root,
  { role, ring, at }: RotateOptions,
): Promise<Result<Files, string>> {
  if (!trusted || !manifest || role === 'root') return ok(new Map())
  const versions = { snapshot: trusted.snapshot.version, timestamp: trusted.timestamp.version }
  const above: AboveOptions = { ring, at, versions }
  if (role === 'targets') return republished({ folder, root, trusted, manifest }, above)
  const metadata = async (file: string) => new Uint8Array(await readFile(join(folder, 'metadata', file)))
  if (role === 'snapshot') {
    const { version } = trusted.targets
    return snapshotFiles({ version, bytes: await metadata(`${version}.targets.json`) }, root, above)
  }
  const { version } = trusted.snapshot
  return timestampFiles({ version, bytes: await metadata(`${version}.snapshot.json`) }, root, above)
}
