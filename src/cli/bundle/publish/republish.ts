import { type BundleDelta, type BundleManifest, MANIFEST_FILE } from '../../../bundle/manifest.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import type { Root } from '../../../bundle/tuf/metadata.ts'
import type { TrustedMetadata } from '../../../bundle/tuf/refresh.ts'
import { ok, type Result } from '../../../model/result.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { roleSigners } from './key-folder.ts'
import { fileOf, signMetadata, targetsOf } from './make-metadata.ts'
import { manifestBytes } from './pack-generation.ts'
import { type AboveOptions, type Files, snapshotFiles } from './role-files.ts'

/** What is to be published again. */
export interface Republished {
  readonly folder: string
  readonly root: Root
  readonly trusted: TrustedMetadata
  readonly manifest: BundleManifest
}

/** The same records as the next generation, signed by the targets keys of `root`; the delta to it changes nothing. */
export async function republished(
  { root, trusted, manifest }: Republished,
  options: AboveOptions,
): Promise<Result<Files, string>> {
  const signers = roleSigners(options.ring, root, 'targets')
  if (!signers.ok) return signers
  const generation = manifest.generation + 1
  const nothing: BundleDelta = {
    from: manifest.generation,
    fromState: manifest.state.root,
    to: generation,
    toState: manifest.state.root,
    puts: 0,
    dels: 0,
    parts: [],
  }
  // Deltas that skip led to the generation before; the chain goes on from there.
  const next = manifestBytes({ ...manifest, generation, deltas: [...manifest.deltas, nothing] })
  const target = fileOf(next)
  const expires = instantAfter(options.at, VALID_DAYS.targets)
  const targets = { ...trusted.targets.targets, [MANIFEST_FILE]: target }
  const bytes = await signMetadata(targetsOf({ version: generation, expires }, targets), signers.value)
  const above = await snapshotFiles({ version: generation, bytes }, root, options)
  if (!above.ok) return above
  return ok(
    new Map([
      [targetFile(MANIFEST_FILE, target, true), next],
      [`metadata/${generation}.targets.json`, bytes],
      ...above.value,
    ]),
  )
}
