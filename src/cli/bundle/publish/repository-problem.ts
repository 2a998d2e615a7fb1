import type { BundleError } from '../../../bundle/bundle-error.ts'
import { rootFile } from '../../../bundle/tuf/files.ts'
import { TOP_ROLES } from '../../../bundle/tuf/metadata.ts'
import type { FolderError } from './folder-files.ts'

/** What is wrong with a repository's folder, for the publisher: where, what, and what to do where that is known. */
export function repositoryProblem(
  folder: string,
  { code, where, detail }: BundleError | FolderError,
): string {
  if (code === 'not-found' && where.endsWith(rootFile(1)))
    return `${folder} holds no bundle (${rootFile(1)} is not there): begin one with "bundle init"`
  const problem = `${where}: ${code}: ${detail}`
  const role = TOP_ROLES.find((each) => where.endsWith(`${each}.json`))
  return code === 'expired' && role
    ? `${problem}: "bundle sign" renews it with the key of the ${role} role`
    : problem
}
