import { ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { vagueFile, wrongFile } from './check-file.ts'
import { expired } from './expiry.ts'
import { roleFile } from './files.ts'
import type { Metadata, MetaFile, SignedTypes } from './metadata.ts'
import { openMetadata } from './open-metadata.ts'
import type { HostError, Session } from './session.ts'
import { distrust, type Signers } from './threshold.ts'

/** A role's metadata as its parent describes it, and who must have signed it. */
export interface Described<R extends 'snapshot' | 'targets'> {
  readonly type: R
  /** `snapshot`, `targets`, or the name of a delegated role. */
  readonly role: string
  readonly meta: MetaFile
  readonly signers: Signers
  readonly consistent: boolean
  /** The copy that was accepted before: used where it is the described file already. */
  readonly stored: Uint8Array<ArrayBuffer> | undefined
}

type Opened<R extends 'snapshot' | 'targets', E> = Promise<Result<Metadata<SignedTypes[R]>, BundleError | E>>

/**
 * A file that its parent names by version, length and hash (TUF 5.5 and 5.6): the stored copy where that is it, else
 * fetched. Checked in this order: length, hash, form, signatures, version, expiry.
 */
export async function describedRole<R extends 'snapshot' | 'targets', E extends HostError>(
  session: Session<E>,
  described: Described<R>,
): Opened<R, E> {
  const { stored, meta, role, consistent, type } = described
  const where = roleFile(role, meta, consistent)
  const kept = stored && (await checkedRole(session, described, stored, where))
  if (kept?.ok) return fresh(session, kept.value, where)
  const vague = vagueFile(session, meta, where)
  if (vague) return vague
  const cap = session.profile.caps[type]
  if (meta.length !== undefined && meta.length > cap) return refuse('too-large', where, `over ${cap} bytes`)
  const size = meta.length === undefined ? { atMost: cap } : { exactly: meta.length }
  const bytes = await session.readFile(where, size)
  if (!bytes.ok) return bytes
  const offered = await checkedRole(session, described, bytes.value, where)
  return offered.ok ? fresh(session, offered.value, where) : offered
}

async function checkedRole<R extends 'snapshot' | 'targets', E extends HostError>(
  session: Session<E>,
  { type, meta, signers }: Described<R>,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
): Promise<Result<Metadata<SignedTypes[R]>, BundleError>> {
  const wrong = await wrongFile(session, bytes, meta, where)
  if (wrong) return wrong
  const opened = openMetadata(type, bytes, where)
  if (!opened.ok) return opened
  const problem = await distrust(session, opened.value, signers, where)
  if (problem) return problem
  const { version } = opened.value.signed
  if (version === meta.version) return opened
  return refuse('wrong-version', where, `it says ${version}, its parent ${meta.version}`)
}

const fresh = <T extends { readonly expires: string }>(
  { now }: { readonly now: number },
  metadata: Metadata<T>,
  where: string,
): Result<Metadata<T>, BundleError> => expired(metadata.signed, now, where) ?? ok(metadata)
