import { refKey } from '../model/ids.ts'
import type { FoundEntity, SearchHit } from '../model/lookup.ts'
import { buildSearchIndex, knownOf } from './build-search-index.ts'
import { openSearch } from './open-search.ts'
import { searchHits } from './search-hits.ts'

/** A search over the names of some entities that are held in memory; the index is built once, here. */
export function makeSearch(entities: readonly FoundEntity[]): (query: string, limit: number) => SearchHit[] {
  const ask = openSearch(
    buildSearchIndex(entities.map(({ ref, record }) => ({ ref, record, known: knownOf(record) }))),
  )
  const byKey = new Map(entities.map((each) => [refKey(each.ref), each]))
  return (query, limit) => {
    const names = ask?.(query, limit) ?? []
    return searchHits(
      names,
      names.flatMap(({ ref }) => byKey.get(refKey(ref)) ?? []),
    )
  }
}
