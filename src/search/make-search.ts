import type { FoundEntity, SearchHit } from '../model/lookup.ts'
import { searchEntries } from './entries.ts'
import { rankNames } from './rank-names.ts'

/** A search over the names of some entities; the folding is done once, here. */
export function makeSearch(entities: readonly FoundEntity[]): (query: string, limit: number) => SearchHit[] {
  const entries = entities.flatMap(searchEntries)
  return (query, limit) => rankNames(query, entries, limit)
}
