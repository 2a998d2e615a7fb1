import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import { type BundleDelta, type BundleManifest, partTarget } from '../../../bundle/manifest.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import type { TargetFile } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import type { CompiledBundle } from '../compile-sources.ts'
import { replaceFile } from './folder-files.ts'
import { generationsIn, stateOfGeneration } from './history.ts'
import { fileOf } from './make-metadata.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { type PackedGeneration, type Predecessors, packGeneration } from './pack-generation.ts'
import type { PublishedState } from './published-state.ts'
import { repositoryProblem } from './repository-problem.ts'

/** Adjacent deltas that stay named: a month of daily generations. */
const ADJACENT_DELTAS = 30
/** Every so many generations a delta leads here at once: so that a month behind is four steps, not thirty. */
const SKIP_EVERY = 7

/** What `build` leaves for `sign`: the files of the next generation. It is never published. */
export const UNSIGNED_FILE = 'unsigned/targets.json'

/** A generation that is built but not signed. */
export interface UnsignedTargets {
  readonly generation: number
  readonly targets: Readonly<Record<string, TargetFile>>
}

/**
 * Packs the next generation into a repository's folder, with deltas from those before it, and leaves its list of
 * files to be signed. Nothing that readers see changes. The same sources and history give the same bytes.
 */
export async function buildGeneration(
  folder: string,
  compiled: CompiledBundle,
): Promise<Result<PackedGeneration, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const objection = objectionTo(folder, own.value, compiled)
  if (objection !== undefined) return fail(objection)
  const predecessors = await predecessorsOf(folder, own.value)
  if (!predecessors.ok) return predecessors
  const packed = packGeneration(compiled, predecessors.value)
  await writeGeneration(folder, packed)
  return ok(packed)
}

/** Writes the files of a generation, and the list of them that `sign` signs. */
async function writeGeneration(
  folder: string,
  { targets, manifest }: Pick<PackedGeneration, 'targets' | 'manifest'>,
): Promise<void> {
  const described: Record<string, TargetFile> = {}
  for (const [path, bytes] of targets) {
    const target = fileOf(bytes)
    described[path] = target
    await replaceFile(join(folder, targetFile(path, target, true)), bytes)
  }
  const unsigned: UnsignedTargets = { generation: manifest.generation, targets: described }
  await replaceFile(join(folder, UNSIGNED_FILE), canonicalBytes(unsigned as unknown as Json))
}

function objectionTo(
  folder: string,
  { manifest }: OwnRepository,
  { header }: CompiledBundle,
): string | undefined {
  if (!manifest) return undefined
  if (manifest.id !== header.id)
    return `${folder} holds the bundle "${manifest.id}", not "${header.id}": use another folder`
  if (header.generation > manifest.generation) return undefined
  return `${folder} holds generation ${manifest.generation} already: raise "generation" above it (readers refuse to go back)`
}

async function predecessorsOf(
  folder: string,
  { rootDigest, manifest }: OwnRepository,
): Promise<Result<Predecessors, string>> {
  if (!manifest) return ok({ rootDigest, from: [] })
  const past = (await generationsIn(folder)).filter((each) => each <= manifest.generation).reverse()
  const wanted = past.filter(
    (_, index) => index === 0 || ((index + 1) % SKIP_EVERY === 0 && index < ADJACENT_DELTAS),
  )
  const from: PublishedState[] = []
  for (const generation of wanted) {
    const state = await stateOfGeneration(folder, generation, rootDigest)
    if (!state.ok) return fail(`${state.error.where}: ${state.error.detail}`)
    if (state.value) from.push(state.value)
  }
  return ok({
    rootDigest,
    from,
    ...(manifest.supersededBy && { supersededBy: manifest.supersededBy }),
    carried: await carriedDeltas(folder, manifest, new Set(past.slice(0, ADJACENT_DELTAS))),
  })
}

/** The adjacent deltas of the last generations, with their files as they are. */
async function carriedDeltas(
  folder: string,
  { deltas }: BundleManifest,
  recent: ReadonlySet<number>,
): Promise<Required<Predecessors>['carried']> {
  const kept = deltas.filter(
    (delta) => recent.has(delta.from) && recent.has(delta.to) && isAdjacent(delta, recent),
  )
  return Promise.all(
    kept.map(async (delta) => ({
      delta,
      files: await Promise.all(
        delta.parts.map(async (part) => ({
          part,
          bytes: new Uint8Array(await readFile(join(folder, partTarget(part)))),
        })),
      ),
    })),
  )
}

const isAdjacent = ({ from, to }: BundleDelta, recent: ReadonlySet<number>): boolean =>
  ![...recent].some((each) => each > from && each < to)
