import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import type { Targets } from '../../../src/bundle/tuf/metadata.ts'
import { fileOf, targetsOf } from '../../../src/cli/bundle/publish/make-metadata.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { PublishedState } from './packed-generation.ts'
import { type PackedGeneration, packGeneration } from './packed-generation.ts'
import { sampleRecord, sampleSources } from './sample-bundle.ts'

export const ROOT_DIGEST = 'ab'.repeat(32)

/** A generation of records with a delta from each of the states given. */
export const packed = (
  records: readonly EntityRecord[],
  generation = 1,
  from: readonly PublishedState[] = [],
): PackedGeneration => packGeneration(sampleSources(records, generation), { rootDigest: ROOT_DIGEST, from })

/** The targets that sign a generation. */
export function signedTargets({ targets, manifest }: PackedGeneration): Targets {
  const files = Object.fromEntries([...targets].map(([path, bytes]) => [path, fileOf(bytes)]))
  return targetsOf({ version: manifest.generation, expires: '2027-06-01T00:00:00Z' }, files)
}

/** The bytes of a generation's `bundle.json`. */
export const manifestOf = ({ targets }: PackedGeneration): Uint8Array<ArrayBuffer> =>
  targets.get(MANIFEST_FILE) ?? new Uint8Array()

/** Many records, of the ids given, each with a text of its own. */
export const manyRecords = (
  ids: readonly string[],
  text: (id: string) => string = (id) => `Name of ${id}`,
): EntityRecord[] => [...ids].sort().map((id) => sampleRecord(id, text(id)))
