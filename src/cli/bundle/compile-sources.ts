import { checkRecord } from '../../bundle/read-record.ts'
import type { EntityRecord, Source } from '../../model/entity.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { byPlace, type Complaint, compareText } from './complaint.ts'
import { type EntitySource, readEntity, readSource } from './entity-source.ts'
import { type BundleHeader, readHeader } from './header-source.ts'
import type { PlacedRecord } from './placed-record.ts'
import { declaredIds, readSourceFolder } from './source-folder.ts'
import type { SourceNode } from './source-node.ts'
import { standardVocabulary, type Vocabulary } from './vocabulary-check.ts'

/** Sources that passed every check: what a build packs. Records are ordered by id. */
export interface CompiledBundle {
  readonly header: BundleHeader
  readonly records: readonly EntityRecord[]
}

/**
 * Reads, checks and compiles a folder of YAML sources (docs/bundle-format.md). Either the whole bundle,
 * or all complaints about it, ordered by file and line. Whoever does not read the folder's files of records as well
 * (`openSources`) is refused where there are any.
 */
export async function compileSources(
  folder: string,
  vocabulary: Vocabulary = standardVocabulary(),
  examine?: (records: readonly PlacedRecord[], header: BundleHeader) => void,
  readsRecordFiles = false,
): Promise<Result<CompiledBundle, readonly Complaint[]>> {
  const complaints: Complaint[] = []
  const read = await readSourceFolder(folder, complaints, readsRecordFiles)
  const header = read.header && readHeader(read.header)
  const declared = {
    entities: declaredIds(read.entities, 'entity'),
    sources: declaredIds(read.sources, 'source'),
    vocabulary,
  }
  const sources = read.sources.map(readSource)
  const toEntity = readEntity(declared)
  const entities = read.entities.map((node) => ({ node, entity: toEntity(node) }))
  const records = recordsOf(entities, sources)
  // Asked only of what is sound otherwise: a mistake is complained of once, in the words for its author.
  if (complaints.length === 0) for (const { node, record } of records) passGate(record, node)
  if (complaints.length === 0 && header) examine?.(records, header)
  if (complaints.length > 0 || !header) return fail(complaints.sort(byPlace))
  return ok({ header, records: records.map((each) => each.record) })
}

interface ReadEntity {
  readonly node: SourceNode
  readonly entity: EntitySource | undefined
}

/** The records of what could be read, in ascending order of their ids. */
function recordsOf(
  entities: readonly ReadEntity[],
  sources: readonly (Source | undefined)[],
): PlacedRecord[] {
  const byId = new Map(sources.flatMap((source) => (source ? [[source.id, source] as const] : [])))
  const records = entities.flatMap(({ node, entity }) => {
    const record = entity && withSources(entity, byId)
    return record ? [{ node, record }] : []
  })
  return records.sort((a, b) => compareText(a.record.id, b.record.id))
}

/** The record with every source that it cites, ordered by id. */
function withSources(entity: EntitySource, known: ReadonlyMap<string, Source>): EntityRecord | undefined {
  const cited = new Set([...entity.statements, ...entity.events].map((each) => each.source))
  const sources = [...cited].sort(compareText).map((id) => known.get(id))
  const sound = sources.filter((source) => source !== undefined)
  return sound.length === sources.length ? { ...entity, sources: sound } : undefined
}

/** A build never makes what a reader would refuse: each record passes the reader's own gate. */
function passGate(record: EntityRecord, node: SourceNode): void {
  const checked = checkRecord(record)
  if (checked.ok) return
  const { path, detail } = checked.error
  node.complain(`A reader would refuse this entity${path ? ` (${path})` : ''}: ${detail}`, 'Correct it')
}
