import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleManifest, type BundlePart, MANIFEST_FILE, partTarget } from '../../../bundle/manifest.ts'
import { openBundleManifest } from '../../../bundle/open-bundle-manifest.ts'
import { readDeltaPart } from '../../../bundle/read-delta.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { openMetadata } from '../../../bundle/tuf/open-metadata.ts'
import { ANY_TIME } from './own-repository.ts'
import type { DeltaStart, KnownLine } from './pack-delta.ts'
import { type RepositoryError, readSignedPart } from './verify-repository.ts'

/** The generations that a folder still holds, ascending. */
export async function generationsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, 'metadata')).catch(() => [])
  const found = names.flatMap((name) => /^(\d+)\.targets\.json$/.exec(name)?.[1] ?? [])
  return found.map(Number).sort((a, b) => a - b)
}

/** A generation that was published, and its records in ascending order of ids. */
export interface PastGeneration {
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
  return { lines: linesOf(folder, manifest) }
}

/**
 * Where deltas may start, from the last generation back: each with every id that was changed since, as the deltas from
 * one generation to the next tell. Ends at the first of them that is not there any more. `past` descends.
 */
export async function deltaStarts(
  folder: string,
  past: readonly number[],
  rootDigest: string,
): Promise<readonly DeltaStart[]> {
  const starts: DeltaStart[] = []
  let touched: ReadonlySet<string> = new Set()
  for (const [index, generation] of past.entries()) {
    const manifest = await manifestIn(folder, generation, rootDigest)
    if (!manifest) break
    starts.push({ generation, root: manifest.state.root, touched })
    const changed = await changedIds(folder, manifest, past[index + 1])
    if (!changed) break
    touched = touched.union(changed)
  }
  return starts
}

/** The ids that a generation changed in the one before it; undefined where no delta tells. */
async function changedIds(
  folder: string,
  { deltas }: BundleManifest,
  before: number | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const delta = deltas.find(({ from }) => from === before)
  if (!delta) return undefined
  const ids = new Set<string>()
  for (const part of delta.parts) {
    const bytes = await bytesOf(join(folder, partTarget(part)))
    const read = bytes && (await readDeltaPart(part, bytes, crypto.subtle))
    if (!read?.ok) return undefined
    for (const { id } of read.value) ids.add(id)
  }
  return ids
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
