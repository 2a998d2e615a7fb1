import { refKey } from '../model/ids.ts'
import type { FoundEntity, SearchHit } from '../model/lookup.ts'
import type { FoundName } from './open-search.ts'

/** What a reader is shown of the names found; those whose entity is not known are left out. */
export function searchHits(names: readonly FoundName[], found: readonly FoundEntity[]): SearchHit[] {
  const records = new Map(found.map(({ ref, record }) => [refKey(ref), record]))
  return names.flatMap(({ ref, matched }) => {
    const record = records.get(refKey(ref))
    if (!record) return []
    return [{ ref, kind: record.kind, matched, names: record.names, descriptions: record.descriptions }]
  })
}
