import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleManifest, MANIFEST_FILE } from '../../../bundle/manifest.ts'
import { openBundleManifest } from '../../../bundle/open-bundle-manifest.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { openMetadata } from '../../../bundle/tuf/open-metadata.ts'
import { ok, type Result } from '../../../model/result.ts'
import { ANY_TIME } from './own-repository.ts'
import type { PublishedState } from './published-state.ts'
import { type RepositoryError, readLines } from './verify-repository.ts'

/** The generations that a folder still holds, ascending. */
export async function generationsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, 'metadata')).catch(() => [])
  const found = names.flatMap((name) => /^(\d+)\.targets\.json$/.exec(name)?.[1] ?? [])
  return found.map(Number).sort((a, b) => a - b)
}

/** The records of an earlier generation, read from its full parts. */
export async function stateOfGeneration(
  folder: string,
  generation: number,
  rootDigest: string,
): Promise<Result<PublishedState | undefined, RepositoryError>> {
  const manifest = await manifestIn(folder, generation, rootDigest)
  if (!manifest) return ok(undefined)
  const lines = new Map<string, string>()
  const read = await readLines(folder, manifest, { now: ANY_TIME }, (part) => {
    for (const { record, line } of part) lines.set(record.id, line)
    return ok(undefined)
  })
  // A generation whose files were pruned is no failure: there is no delta from it any more.
  if (!read.ok) return read.error.code === 'not-found' ? ok(undefined) : read
  return ok({ generation, root: manifest.state.root, lines })
}

async function manifestIn(
  folder: string,
  generation: number,
  rootDigest: string,
): Promise<BundleManifest | undefined> {
  const bytes = await bytesOf(join(folder, `metadata/${generation}.targets.json`))
  const targets = bytes && openMetadata('targets', bytes, `${generation}.targets.json`)
  const target = targets?.ok ? targetOf(targets.value.signed, MANIFEST_FILE) : undefined
  if (!targets?.ok || !target) return undefined
  const manifest = await bytesOf(join(folder, targetFile(MANIFEST_FILE, target, true)))
  const opened = manifest && openBundleManifest(manifest, { targets: targets.value.signed, rootDigest })
  return opened?.ok ? opened.value : undefined
}

const bytesOf = (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  )
