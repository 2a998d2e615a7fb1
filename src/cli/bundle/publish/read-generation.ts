import { readParts } from '../../../bundle/read-bundle.ts'
import type { VerifiedGeneration } from '../../../bundle/verify-generation.ts'
import { fail, type Result } from '../../../model/result.ts'
import { folderFiles } from './folder-files.ts'
import { readOwnRepository } from './own-repository.ts'
import type { RepositoryError } from './verify-repository.ts'

/** The generation that a repository's folder shows, with all its records; one's own may have expired. */
export async function readGeneration(folder: string): Promise<Result<VerifiedGeneration, RepositoryError>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return own
  const { manifest, rootDigest } = own.value
  if (!manifest)
    return fail({
      code: 'not-found',
      where: folder,
      detail: 'nothing is signed here yet: build and sign first',
    })
  return readParts(folderFiles(folder), manifest, { kind: 'root', rootDigest }, crypto.subtle)
}
