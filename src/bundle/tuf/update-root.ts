import { fail, ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { canonicalBytes, sha256 } from '../crypto.ts'
import { expired } from './expiry.ts'
import { rootFile, storedFile } from './files.ts'
import type { Metadata, Role, Root } from './metadata.ts'
import { openMetadata } from './open-metadata.ts'
import type { HostError, Session, Stepped } from './session.ts'
import type { FirstTrust, StoredMetadata } from './stored-metadata.ts'
import { distrust, type Verifier } from './threshold.ts'

/** Step R0: fetches version 1 of the root and takes it where it is the pinned one, or the first ever seen. */
export async function firstRoot<E extends HostError>(
  session: Session<E>,
  trust: FirstTrust,
): Promise<Result<StoredMetadata, BundleError | E>> {
  const where = rootFile(1)
  const bytes = await session.readFile(where, { atMost: session.profile.caps.root })
  return bytes.ok ? trustedStart(session, bytes.value, where, trust) : bytes
}

/** The metadata to start with from version 1 of a root, which signs for itself. */
export async function trustedStart(
  verifier: Verifier,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
  trust: FirstTrust,
): Promise<Result<StoredMetadata, BundleError>> {
  const root = openMetadata('root', bytes, where)
  if (!root.ok) return root
  const rootDigest = await sha256(verifier.crypto, canonicalBytes(root.value.raw))
  if (trust.kind === 'pinned' && trust.rootDigest !== rootDigest)
    return refuse('wrong-root', where, `its digest is ${rootDigest}`)
  const problem = await unsoundRoot(verifier, root.value, where)
  return problem ?? ok({ rootDigest, epoch: root.value.signed.version, root: bytes })
}

/**
 * Steps R1 to R4: from the trusted root to the newest one (TUF 5.3). Each root is signed by its predecessor's
 * threshold and by its own, and its version is one more. A root is kept as soon as it is verified; whether the last
 * one has expired is asked at the end only, so that old ones are no obstacle.
 */
export async function updateRoot<E extends HostError>(
  session: Session<E>,
  stored: StoredMetadata,
): Promise<Stepped<Root, E>> {
  const start = openMetadata('root', stored.root, storedFile('root'))
  if (!start.ok) return { stored, outcome: start }
  const unsound = await unsoundRoot(session, start.value, storedFile('root'))
  if (unsound) return { stored, outcome: unsound }
  let [root, kept] = [start.value, stored]
  for (let count = 0; count < session.profile.maxRoots; count += 1) {
    const next = await nextRoot(session, root)
    if (!next.ok) return { stored: kept, outcome: next }
    if (!next.value) break
    kept = afterRoot(kept, root.signed, next.value)
    root = next.value
  }
  const where = rootFile(root.signed.version)
  const problem = belowFloor(kept, root.signed, where) ?? expired(root.signed, session.now, where)
  return { stored: kept, outcome: problem ?? ok(root.signed) }
}

/** The root after this one; undefined where the host has none. */
async function nextRoot<E extends HostError>(
  session: Session<E>,
  current: Metadata<Root>,
): Promise<Result<Metadata<Root> | undefined, BundleError | E>> {
  const version = current.signed.version + 1
  const where = rootFile(version)
  const bytes = await session.readFile(where, { atMost: session.profile.caps.root })
  if (!bytes.ok) return bytes.error.code === 'not-found' ? ok(undefined) : fail(bytes.error)
  const next = openMetadata('root', bytes.value, where)
  if (!next.ok) return next
  const { keys, roles } = current.signed
  const problem =
    (await distrust(session, next.value, { keys, role: roles.root }, where)) ??
    (await unsoundRoot(session, next.value, where))
  if (problem) return problem
  if (next.value.signed.version === version) return next
  return refuse('wrong-version', where, `it says ${next.value.signed.version}`)
}

/** A root must be signed by its own keys, and in the shipped profile name every file by version and hash. */
async function unsoundRoot(
  verifier: Verifier,
  root: Metadata<Root>,
  where: string,
): Promise<Result<never, BundleError> | undefined> {
  const { keys, roles, consistent_snapshot: consistent } = root.signed
  if (verifier.profile.strict && !consistent)
    return refuse('wrong-shape', where, 'signed.consistent_snapshot: must be true')
  return distrust(verifier, root, { keys, role: roles.root }, where)
}

/** Step R4: a root that takes away a timestamp or snapshot key drops what those keys signed (TUF 5.3.11). */
function afterRoot(stored: StoredMetadata, before: Root, next: Metadata<Root>): StoredMetadata {
  const kept = { ...stored, root: next.bytes }
  const lost = (['timestamp', 'snapshot'] as const).some((role) =>
    losesKey(before.roles[role], next.signed.roles[role]),
  )
  if (!lost) return kept
  const { timestamp: _timestamp, snapshot: _snapshot, ...rest } = kept
  return { ...rest, epoch: next.signed.version }
}

const losesKey = (before: Role, after: Role): boolean =>
  before.keyids.some((keyid) => !after.keyids.includes(keyid))

/** A client that lost its files starts from the first root, and must come at least as far as it was. */
function belowFloor(
  { floor }: StoredMetadata,
  { version }: Root,
  where: string,
): Result<never, BundleError> | undefined {
  if (!floor || version >= floor.versions.root) return undefined
  return refuse('rolled-back', where, `version ${version}; ${floor.versions.root} was seen before`)
}
