import type { MetaFile, TargetFile, TopRole } from './metadata.ts'

/** The addresses of metadata below a bundle's base (docs/bundle-format.md, "Files"). */
export const rootFile = (version: number): string => `metadata/${version}.root.json`

/** The only file that changes in place. */
export const TIMESTAMP_FILE = 'metadata/timestamp.json'

/** Where a version of a role is; without consistent snapshots there is one file for all versions. */
export const roleFile = (role: string, { version }: MetaFile, consistent: boolean): string =>
  consistent
    ? `metadata/${version}.${encodeURIComponent(role)}.json`
    : `metadata/${encodeURIComponent(role)}.json`

/** Where a target is: named by its hash, so that a file never changes under its address. */
export function targetFile(path: string, { hashes }: TargetFile, consistent: boolean): string {
  const [hash] = Object.values(hashes)
  const slash = path.lastIndexOf('/') + 1
  const name = consistent ? `${hash}.${path.slice(slash)}` : path.slice(slash)
  return `targets/${path.slice(0, slash)}${name}`
}

/** How the metadata of a role is called in errors about stored files. */
export const storedFile = (role: TopRole): string => `stored ${role}.json`
