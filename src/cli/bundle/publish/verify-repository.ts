import type { BundleError } from '../../../bundle/bundle-error.ts'
import { GenerationCheck } from '../../../bundle/generation-check.ts'
import { type BundleManifest, type BundlePart, partTarget } from '../../../bundle/manifest.ts'
import { readDeltaPart } from '../../../bundle/read-delta.ts'
import { readPart } from '../../../bundle/read-part.ts'
import type { RecordLine } from '../../../bundle/read-record.ts'
import type { FirstTrust } from '../../../bundle/tuf/stored-metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import type { FolderError } from './folder-files.ts'
import { folderSession, type OwnRepository, readOwnRepository } from './own-repository.ts'

/** What a reader would find wrong. */
export type RepositoryError = BundleError | FolderError

/** Told after each part, of how many. */
export type OnPart = (done: number, total: number) => void

/** What a verification works with beside the folder. */
export interface VerifyOptions {
  readonly now: number
  readonly trust?: FirstTrust
  readonly over?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly onPart?: OnPart
}

/** Reads a repository with all its parts and deltas as readers would, before anyone else does. */
export async function verifyRepository(
  folder: string,
  options: VerifyOptions,
): Promise<Result<Required<OwnRepository>, RepositoryError>> {
  const own = await readOwnRepository(folder, options)
  if (!own.ok) return own
  const { manifest, trusted } = own.value
  if (!manifest || !trusted)
    return fail({
      code: 'not-found',
      where: folder,
      detail: 'nothing is signed here yet: build and sign first',
    })
  const parts = await verifyParts(folder, manifest, options)
  return parts.ok ? ok({ ...own.value, manifest, trusted }) : parts
}

async function verifyParts(
  folder: string,
  manifest: BundleManifest,
  options: VerifyOptions,
): Promise<Result<unknown, RepositoryError>> {
  const check = new GenerationCheck(manifest)
  for (const [index, part] of manifest.full.entries()) {
    const lines = await readSignedPart(folder, part, options)
    const added = lines.ok ? check.add(lines.value) : lines
    if (!added.ok) return added
    options.onPart?.(index + 1, manifest.full.length)
  }
  const finished = check.finish()
  return finished.ok ? verifyDeltas(folder, manifest, options) : finished
}

/** The records of one full part. */
export async function readSignedPart(
  folder: string,
  part: BundlePart,
  { now, over }: Pick<VerifyOptions, 'now' | 'over'>,
): Promise<Result<readonly RecordLine[], RepositoryError>> {
  const bytes = await folderSession(folder, now, over).readFile(partTarget(part), { exactly: part.length })
  return bytes.ok ? readPart(part, bytes.value, crypto.subtle) : bytes
}

async function verifyDeltas(
  folder: string,
  { deltas }: BundleManifest,
  { now, over }: VerifyOptions,
): Promise<Result<unknown, RepositoryError>> {
  const { readFile } = folderSession(folder, now, over)
  for (const part of deltas.flatMap((delta) => delta.parts)) {
    const bytes = await readFile(partTarget(part), { exactly: part.length })
    if (!bytes.ok) return bytes
    const changes = await readDeltaPart(part, bytes.value, crypto.subtle)
    if (!changes.ok) return changes
  }
  return ok(deltas.length)
}
