import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordOf } from '../../bundle/record-of.ts'
import type { Knowledge } from '../../linking/recognise.ts'
import { cachedViews, viewsFrom } from '../../linking/view-source.ts'
import { buildIndex } from '../../matching/build-index.ts'
import { namesOf } from '../../matching/names-of-record.ts'
import { openIndex } from '../../matching/open-index.ts'
import type { EntityRecord } from '../../model/entity.ts'
import type { BundleId, EntityRef } from '../../model/ids.ts'
import type { FoundEntity } from '../../model/lookup.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { compileSources } from '../bundle/compile-sources.ts'
import { formatComplaint } from '../bundle/complaint.ts'
import { readGeneration } from '../bundle/publish/read-generation.ts'
import { repositoryProblem } from '../bundle/publish/repository-problem.ts'

/** The sources of the packaged bundle, which are compiled when no built bundle is named. */
const PACKAGED = fileURLToPath(new URL('../../../assets/bundles/international-affairs', import.meta.url))

/** A bundle's records in memory. */
export interface LoadedBundle {
  readonly bundle: BundleId
  readonly records: readonly EntityRecord[]
}

/** What is known of a bundle, built or in sources, or of the packaged one; an error is a list of lines for people. */
export async function loadKnowledge(
  folder: string | undefined,
): Promise<Result<Knowledge, readonly string[]>> {
  const loaded = await loadBundle(folder)
  return loaded.ok ? knowledgeOf(loaded.value) : loaded
}

/** The records of a bundle, built or in sources, or of the packaged one; an error is a list of lines for people. */
export const loadBundle = (folder = PACKAGED): Promise<Result<LoadedBundle, readonly string[]>> =>
  existsSync(join(folder, 'bundle.yaml')) ? loadSources(folder) : loadBuilt(folder)

async function loadSources(folder: string): Promise<Result<LoadedBundle, readonly string[]>> {
  const compiled = await compileSources(folder)
  if (!compiled.ok) return fail(compiled.error.map(formatComplaint))
  return ok({ bundle: compiled.value.header.id, records: compiled.value.records })
}

async function loadBuilt(folder: string): Promise<Result<LoadedBundle, readonly string[]>> {
  const read = await readGeneration(folder)
  if (!read.ok) return fail([repositoryProblem(folder, read.error)])
  return ok({ bundle: read.value.manifest.id, records: read.value.lines.map(({ line }) => recordOf(line)) })
}

/** The same index and views as in the browser, over records held in memory. */
export function knowledgeOf({ bundle, records }: LoadedBundle): Result<Knowledge, readonly string[]> {
  const found = records.map((record): FoundEntity => ({ ref: { bundle, entity: record.id }, record }))
  const byId = new Map(found.map((each) => [each.ref.entity, each]))
  const index = openIndex(buildIndex(found.flatMap(({ record, ref }) => namesOf(record, ref))))
  if (!index.ok) return fail([`The index of names cannot be opened: ${index.error}`])
  const read = async (refs: readonly EntityRef[]) => refs.flatMap(({ entity }) => byId.get(entity) ?? [])
  return ok({ index: index.value, views: cachedViews(viewsFrom(read)) })
}
