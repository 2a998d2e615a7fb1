import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleManifest, type BundlePart, MANIFEST_FILE, partTarget } from '../../../bundle/manifest.ts'
import { openBundleManifest } from '../../../bundle/open-bundle-manifest.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { openMetadata } from '../../../bundle/tuf/open-metadata.ts'
import { ANY_TIME } from './own-repository.ts'
import type { GenerationName, KnownLine } from './pack-delta.ts'
import { type RepositoryError, readSignedPart } from './verify-repository.ts'

/** The generations that a folder still holds, ascending. */
export async function generationsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, 'metadata')).catch(() => [])
  const found = names.flatMap((name) => /^(\d+)\.targets\.json$/.exec(name)?.[1] ?? [])
  return found.map(Number).sort((a, b) => a - b)
}

/** A generation that was published, and its records in ascending order of ids. */
export interface PastGeneration extends GenerationName {
  /** Reading throws a `HistoryError` where a file of it is not what was signed. */
  readonly lines: AsyncIterable<readonly KnownLine[]>
}

/** Thrown while an earlier generation is read. */
export class HistoryError extends Error {
  readonly reason: RepositoryError
  constructor(reason: RepositoryError) {
    super(reason.detail)
    this.reason = reason
  }
}

/** An earlier generation, whose records are read as they are asked for; undefined where files of it were pruned. */
export async function openGeneration(
  folder: string,
  generation: number,
  rootDigest: string,
): Promise<PastGeneration | undefined> {
  const manifest = await manifestIn(folder, generation, rootDigest)
  const isThere = (part: BundlePart) =>
    access(join(folder, partTarget(part))).then(
      () => true,
      () => false,
    )
  // There is no delta from it any more.
  if (!manifest || (await Promise.all(manifest.full.map(isThere))).includes(false)) return undefined
  return { generation, root: manifest.state.root, lines: linesOf(folder, manifest) }
}

async function* linesOf(
  folder: string,
  { full }: Pick<BundleManifest, 'full'>,
): AsyncGenerator<readonly KnownLine[]> {
  for (const part of full) {
    const lines = await readSignedPart(folder, part, { now: ANY_TIME })
    if (!lines.ok) throw new HistoryError(lines.error)
    yield lines.value
  }
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
