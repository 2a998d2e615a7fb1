import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BundleError } from '../../bundle/bundle-error.ts'
import { wrongFile } from '../../bundle/tuf/check-file.ts'
import { findTarget } from '../../bundle/tuf/find-target.ts'
import type { TargetFile } from '../../bundle/tuf/metadata.ts'
import { readTarget } from '../../bundle/tuf/read-target.ts'
import { refresh, type TrustedMetadata } from '../../bundle/tuf/refresh.ts'
import type { Session } from '../../bundle/tuf/session.ts'
import { trustedStart } from '../../bundle/tuf/update-root.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { makeFolder } from '../make-folder.ts'
import { CONFORMANCE_PROFILE } from './conformance-profile.ts'
import { type HttpError, httpReader, type RepositoryAddress } from './http-reader.ts'
import { loadMetadata, saveMetadata } from './metadata-folder.ts'

/** Why the adapter did not do what it was asked. */
export type Refusal = BundleError | HttpError

const VERIFIER = { crypto: crypto.subtle, profile: CONFORMANCE_PROFILE }

/** Trusts a root that was given by hand. It is checked, but no request is made. */
export async function initialise(folder: string, rootFile: string): Promise<Result<unknown, Refusal>> {
  const bytes = new Uint8Array(await readFile(rootFile))
  const start = await trustedStart(VERIFIER, bytes, rootFile, { kind: 'first-use' })
  if (!start.ok) return start
  await saveMetadata(folder, start.value)
  return start
}

/** Brings the metadata in a folder up to date; what was accepted on the way stays, however it ends. */
export async function refreshFolder(
  folder: string,
  address: RepositoryAddress,
): Promise<Result<TrustedMetadata, Refusal>> {
  const stored = await loadMetadata(folder)
  if (!stored) return fail({ code: 'not-found', where: folder, detail: 'no trusted root: run init first' })
  const refreshed = await refresh(sessionOf(address), stored)
  await saveMetadata(folder, refreshed.stored)
  return refreshed.outcome
}

/** Fetches targets one after another, each verified before it is written; the first that fails ends it. */
export async function downloadTargets(
  folder: string,
  address: RepositoryAddress,
  names: readonly string[],
  into: string,
): Promise<Result<unknown, Refusal>> {
  const trusted = await refreshFolder(folder, address)
  if (!trusted.ok) return trusted
  for (const name of names) {
    const downloaded = await download(folder, address, trusted.value, name, into)
    if (!downloaded.ok) return downloaded
  }
  return ok(names.length)
}

const sessionOf = (address: RepositoryAddress): Session<HttpError> => ({
  ...VERIFIER,
  readFile: httpReader(address),
  now: Date.now(),
})

async function download(
  folder: string,
  address: RepositoryAddress,
  trusted: TrustedMetadata,
  name: string,
  into: string,
): Promise<Result<unknown, Refusal>> {
  const stored = await loadMetadata(folder)
  if (!stored) return fail({ code: 'not-found', where: folder, detail: 'the metadata went away' })
  const session = sessionOf(address)
  const found = await findTarget(session, stored, trusted, name)
  await saveMetadata(folder, found.stored)
  if (!found.outcome.ok) return found.outcome
  const target = found.outcome.value
  if (!target) return fail({ code: 'not-found', where: name, detail: 'no target of this name is signed' })
  // A name may hold anything that a file name may not.
  const path = join(into, encodeURIComponent(name))
  if (await isPresent(path, target)) return ok(path)
  const bytes = await readTarget(session, name, target, trusted.root.consistent_snapshot === true)
  if (!bytes.ok) return bytes
  await makeFolder(dirname(path))
  await writeFile(path, bytes.value)
  return ok(path)
}

/** Whether the very file is there already, from an earlier download. */
async function isPresent(path: string, target: TargetFile): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes !== undefined && !(await wrongFile(VERIFIER, new Uint8Array(bytes), target, path))
}
