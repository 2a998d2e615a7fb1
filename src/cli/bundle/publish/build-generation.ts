import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import { type BundleDelta, type BundleManifest, partTarget } from '../../../bundle/manifest.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { targetFile } from '../../../bundle/tuf/files.ts'
import type { TargetFile } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import type { OpenSources } from '../open-sources.ts'
import { replaceFile } from './folder-files.ts'
import { generationsIn, HistoryError, openGeneration } from './history.ts'
import { LineCursor } from './line-cursor.ts'
import { fileOf } from './make-metadata.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { GenerationPacker, type Predecessors, type TargetBytes } from './pack-generation.ts'
import { repositoryProblem } from './repository-problem.ts'
import type { RepositoryError } from './verify-repository.ts'

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

/** What a generation joins on to, with the records of each generation that a delta starts from. */
interface OpenPredecessors extends Predecessors {
  readonly before: readonly LineCursor[]
}

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

/** Told so often: a line on the terminal every few seconds. */
const TOLD_EVERY = 100_000

/** Packs records as they come, and writes each file when it is packed; at the end the list of them that `sign` signs. */
async function packInto(
  folder: string,
  { header, records }: OpenSources,
  { before, ...predecessors }: OpenPredecessors,
  onRecords?: (done: number) => void,
): Promise<Result<BundleManifest, RepositoryError>> {
  const packer = new GenerationPacker(header, predecessors)
  const targets: Record<string, TargetFile> = {}
  const write = async (files: readonly TargetBytes[]) => {
    for (const [path, bytes] of files) {
      targets[path] = fileOf(bytes)
      await replaceFile(join(folder, targetFile(path, fileOf(bytes), true)), bytes)
    }
  }
  let done = 0
  try {
    for await (const lines of records) {
      const last = lines.at(-1)?.id
      const packed = packer.add(lines, await Promise.all(before.map((cursor) => cursor.takeUpTo(last))))
      if (!packed.ok) return packed
      await write(packed.value)
      done += lines.length
      if (done % TOLD_EVERY < lines.length && done >= TOLD_EVERY) onRecords?.(done)
    }
    const end = packer.finish(await Promise.all(before.map((cursor) => cursor.takeUpTo())))
    if (!end.ok) return end
    await write(end.value.files)
    const unsigned: UnsignedTargets = { generation: header.generation, targets }
    await replaceFile(join(folder, UNSIGNED_FILE), canonicalBytes(unsigned as unknown as Json))
    return ok(end.value.manifest)
  } catch (error) {
    if (error instanceof HistoryError) return fail(error.reason)
    throw error
  }
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

async function predecessorsOf(
  folder: string,
  { rootDigest, manifest }: OwnRepository,
): Promise<Result<OpenPredecessors, string>> {
  if (!manifest) return ok({ rootDigest, from: [], before: [] })
  const past = (await generationsIn(folder)).filter((each) => each <= manifest.generation).reverse()
  const wanted = past.filter(
    (_, index) => index === 0 || ((index + 1) % SKIP_EVERY === 0 && index < ADJACENT_DELTAS),
  )
  const opened = await Promise.all(wanted.map((each) => openGeneration(folder, each, rootDigest)))
  const from = opened.filter((each) => each !== undefined)
  return ok({
    rootDigest,
    from,
    before: from.map(({ lines }) => new LineCursor(lines)),
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
