import { type ReadFile, readPackaged } from '../../../src/bundle/read-bundle.ts'
import type { VerifiedGeneration } from '../../../src/bundle/verify-generation.ts'
import type { CompiledBundle } from '../../../src/cli/bundle/compile-sources.ts'
import { type PackagedFiles, packPackaged } from '../../../src/cli/bundle/pack-packaged.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityId, SourceId } from '../../../src/model/ids.ts'
import { fail, ok } from '../../../src/model/result.ts'

const SOURCE = {
  id: 'charter' as SourceId,
  title: 'Charter',
  publisher: 'Secretariat',
  url: 'https://example.org/charter',
}

/** A record that uses every field of the schema. */
export const sampleRecord = (id: string, name: string, other?: string): EntityRecord => ({
  id: id as EntityId,
  kind: 'organization',
  names: [{ text: name, lang: 'en' }],
  aliases: [{ text: `${name} Body`, lang: 'en', kind: 'short', rules: { ambiguous: true } }],
  descriptions: [{ text: `What ${name} is`, lang: 'en' }],
  statements: [
    {
      property: 'founded',
      value: '2001-06-15',
      start: '2001-06-15',
      confidence: 'confirmed',
      source: SOURCE.id,
    },
    ...(other
      ? [
          {
            property: 'predecessor',
            entity: other as EntityId,
            confidence: 'confirmed' as const,
            source: SOURCE.id,
          },
        ]
      : []),
  ],
  events: [{ date: '2001-06-15', title: `${name} founded`, source: SOURCE.id }],
  relations: other ? [{ relation: 'predecessor', entity: other as EntityId }] : [],
  context: ['summit'],
  identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
  sources: [SOURCE],
})

/** Sources as they are after compiling; records are named by id, ordered as given. */
export const sampleSources = (
  records: readonly EntityRecord[],
  generation = 1,
  id = 'sample',
): CompiledBundle => ({
  header: {
    id: id as BundleId,
    title: 'Sample',
    publisher: 'Tests',
    homepage: 'https://example.org/',
    license: 'CC0-1.0',
    langs: ['en'],
    generation,
    created: '2026-01-01T00:00:00Z',
  },
  records,
})

/** The files of a packaged bundle of records. */
export function samplePacked(records: readonly EntityRecord[], generation = 1, id = 'sample'): PackagedFiles {
  const files = packPackaged(sampleSources(records, generation, id))
  if (!files.ok) throw new Error(`${files.error.where}: ${files.error.detail}`)
  return files.value
}

/** A generation as the reader's checks give it, of the package or of a root. */
export async function sampleGeneration(
  records: readonly EntityRecord[],
  generation = 1,
  rootDigest?: string,
  id = 'sample',
): Promise<VerifiedGeneration> {
  const files = samplePacked(records, generation, id)
  const verified = await readPackaged(filesInMemory(files), crypto.subtle)
  if (!verified.ok) throw new Error(`${verified.error.where}: ${verified.error.detail}`)
  return rootDigest === undefined
    ? verified.value
    : { ...verified.value, trust: { kind: 'root', rootDigest } }
}

/** Files at hand, read as those of a host are. */
export const filesInMemory =
  (files: PackagedFiles): ReadFile<{ code: 'not-found'; where: string; detail: string }> =>
  async (file) => {
    const bytes = files.get(file)
    return bytes ? ok(bytes) : fail({ code: 'not-found', where: file, detail: 'there is no such file' })
  }
