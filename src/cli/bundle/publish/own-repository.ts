import type { BundleError } from '../../../bundle/bundle-error.ts'
import type { BundleManifest } from '../../../bundle/manifest.ts'
import { readTrustedManifest } from '../../../bundle/read-trusted-manifest.ts'
import type { Root } from '../../../bundle/tuf/metadata.ts'
import { openMetadata } from '../../../bundle/tuf/open-metadata.ts'
import { READER_PROFILE } from '../../../bundle/tuf/profile.ts'
import { refresh, type TrustedMetadata } from '../../../bundle/tuf/refresh.ts'
import type { Session } from '../../../bundle/tuf/session.ts'
import type { FirstTrust } from '../../../bundle/tuf/stored-metadata.ts'
import { firstRoot } from '../../../bundle/tuf/update-root.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { type FolderError, folderFiles } from './folder-files.ts'

/** A repository of one's own: its root, and what it signs where that is something. */
export interface OwnRepository {
  readonly rootDigest: string
  readonly root: Root
  readonly trusted?: TrustedMetadata
  readonly manifest?: BundleManifest
}

/** The publisher reads whatever is there, also what has expired: to renew it is what the command line is for. */
export const ANY_TIME = 0

/** The session of a reader of a folder. */
export const folderSession = (
  folder: string,
  now: number,
  over?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Session<FolderError> => ({
  crypto: crypto.subtle,
  profile: READER_PROFILE,
  readFile: folderFiles(folder, over),
  now,
})

/** Reads a repository as a reader would, from its first root on. A new one has a root and nothing else. */
export async function readOwnRepository(
  folder: string,
  options: {
    readonly now?: number
    readonly trust?: FirstTrust
    readonly over?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  } = {},
): Promise<Result<OwnRepository, BundleError | FolderError>> {
  const session = folderSession(folder, options.now ?? ANY_TIME, options.over)
  const first = await firstRoot(session, options.trust ?? { kind: 'first-use' })
  if (!first.ok) return first
  const { stored, outcome } = await refresh(session, first.value)
  const root = openMetadata('root', stored.root, 'root')
  if (!root.ok) return root
  const { rootDigest } = stored
  if (!outcome.ok) {
    const isNew = outcome.error.code === 'not-found' && outcome.error.where.endsWith('timestamp.json')
    return isNew ? ok({ rootDigest, root: root.value.signed }) : fail(outcome.error)
  }
  const manifest = await readTrustedManifest(session, outcome.value)
  if (!manifest.ok) return manifest
  return ok({ rootDigest, root: root.value.signed, trusted: outcome.value, manifest: manifest.value })
}
