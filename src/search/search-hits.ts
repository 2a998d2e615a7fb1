import { refKey } from '../model/ids.ts'
import type { FoundEntity, SearchHit } from '../model/lookup.ts'
import { distinctNames } from './distinct-names.ts'
import type { FoundName } from './open-search.ts'

/** What a reader is shown of the names found; those whose entity is not known are left out. */
export function searchHits(names: readonly FoundName[], found: readonly FoundEntity[]): SearchHit[] {
  const records = new Map(found.map(({ ref, record }) => [refKey(ref), record]))
  return names.flatMap(({ ref, place }) => {
    const record = records.get(refKey(ref))
    if (!record) return []
    const matched = [...distinctNames(record).keys()][place] ?? record.names[0]?.text ?? record.id
    return [{ ref, kind: record.kind, matched, names: record.names, descriptions: record.descriptions }]
  })
}
