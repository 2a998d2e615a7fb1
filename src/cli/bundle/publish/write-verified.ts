import { fail, ok, type Result } from '../../../model/result.ts'
import { replaceFiles } from './folder-files.ts'
import { repositoryProblem } from './repository-problem.ts'
import type { Files, SignOptions } from './role-files.ts'
import { verifyRepository } from './verify-repository.ts'

/** Writes files, timestamp last, after a reader's check of them; gives the generation. */
export async function writeVerified(
  folder: string,
  files: Files,
  { at, onPart }: Pick<SignOptions, 'at' | 'onPart'>,
): Promise<Result<number, string>> {
  const verified = await verifyRepository(folder, { now: at, over: files, ...(onPart && { onPart }) })
  if (!verified.ok) return fail(repositoryProblem(folder, verified.error))
  await replaceFiles(folder, files)
  return ok(verified.value.manifest.generation)
}
