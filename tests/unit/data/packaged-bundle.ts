import { fileURLToPath } from 'node:url'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { formatComplaint } from '../../../src/cli/bundle/complaint.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'

const FOLDER = fileURLToPath(new URL('../../../assets/bundles/international-affairs', import.meta.url))

/** The packaged bundle's records by id, compiled from the YAML as the build does; throws its complaints. */
export async function packagedRecords(): Promise<ReadonlyMap<string, EntityRecord>> {
  const compiled = await compileSources(FOLDER)
  if (!compiled.ok) throw new Error(compiled.error.map(formatComplaint).join('\n'))
  return new Map(compiled.value.records.map((record) => [record.id, record]))
}
