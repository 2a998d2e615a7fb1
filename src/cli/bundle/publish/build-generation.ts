import type { BundleManifest } from '../../../bundle/manifest.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import type { OpenSources } from '../open-sources.ts'
import { deltaStarts, generationsIn, openGeneration } from './history.ts'
import { LineCursor } from './line-cursor.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import type { KnownLine } from './pack-delta.ts'
import { type OpenPredecessors, packInto } from './pack-into.ts'
import { repositoryProblem } from './repository-problem.ts'

/**
 * How many generations ago deltas to the new one start: a delta covers all generations since, so that a reader of any
 * of the last thirty (a month of daily ones) fetches one file with at most twice the changes that it lacks. Six deltas
 * keep what a reader fetches beside them below 8 kB, where a delta from each of thirty would make it 18 kB.
 */
const DELTAS_FROM: readonly number[] = [1, 2, 4, 8, 16, 30]

/**
 * Packs the next generation into a repository's folder, with deltas from those before it, and leaves its list of
 * files to be signed. Nothing that readers see changes. The same sources and history give the same bytes.
 */
export async function buildGeneration(
  folder: string,
  sources: OpenSources,
  onRecords?: (done: number) => void,
): Promise<Result<BundleManifest, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const objection = objectionTo(folder, own.value, sources)
  if (objection !== undefined) return fail(objection)
  const predecessors = await predecessorsOf(folder, own.value)
  if (!predecessors.ok) return predecessors
  const packed = await packInto(folder, sources, predecessors.value, onRecords)
  return packed.ok ? packed : fail(`${packed.error.where}: ${packed.error.detail}`)
}

function objectionTo(
  folder: string,
  { manifest }: OwnRepository,
  { header }: OpenSources,
): string | undefined {
  if (!manifest) return undefined
  if (manifest.id !== header.id)
    return `${folder} holds the bundle "${manifest.id}", not "${header.id}": use another folder`
  if (header.generation > manifest.generation) return undefined
  return `${folder} holds generation ${manifest.generation} already: raise "generation" above it (readers refuse to go back)`
}

/** Without the last generation's files there is nothing to compare with, and no delta. */
async function predecessorsOf(
  folder: string,
  { rootDigest, manifest }: OwnRepository,
): Promise<Result<OpenPredecessors, string>> {
  const last = manifest && (await openGeneration(folder, manifest.generation, rootDigest))
  if (!last) return ok({ rootDigest, from: [], before: new LineCursor(nothing()) })
  const past = (await generationsIn(folder)).filter((each) => each <= manifest.generation).reverse()
  const starts = await deltaStarts(folder, past.slice(0, Math.max(...DELTAS_FROM)), rootDigest)
  const from = starts.filter((_, index) => DELTAS_FROM.includes(index + 1))
  const { supersededBy } = manifest
  return ok({ rootDigest, from, before: new LineCursor(last.lines), ...(supersededBy && { supersededBy }) })
}

async function* nothing(): AsyncGenerator<readonly KnownLine[]> {}
