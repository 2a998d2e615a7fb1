import { CollectedEntities } from './collected-entities.ts'
import { CollectedNames } from './collected-names.ts'
import { filterKeysOf } from './filter-keys.ts'
import { multipliersOf } from './hashing.ts'
import { writeIndex } from './index-writer.ts'
import { PrefixTable } from './prefix-table.ts'
import type { IndexedName } from './types.ts'

/**
 * Builds the index of a stream of names. The numbers of names follow their order; where bundles have an
 * order, give the names of the first bundle first. Each build draws a new seed; `seed` makes it repeatable.
 */
export function buildIndex(
  names: Iterable<IndexedName>,
  options: { readonly seed?: number } = {},
): ArrayBuffer {
  const seed = options.seed ?? (crypto.getRandomValues(new Uint32Array(1))[0] as number)
  const by = multipliersOf(seed)
  const collected = new CollectedNames(by, Array.isArray(names) ? names.length : 0)
  const entities = new CollectedEntities(collected.pieces)
  for (const name of names) collected.add(name, entities.number(name.entity))
  const prefixes = new PrefixTable(collected, by.path)
  const nextNames = insertAll(collected, prefixes)
  return writeIndex({
    seed,
    names: collected,
    entities,
    prefixes,
    nextNames,
    filterKeys: filterKeysOf(collected, by),
  })
}

/** Enters all names into the table; gives for each the next one that is the same word for word, or 0. */
function insertAll(names: CollectedNames, prefixes: PrefixTable): Int32Array {
  const nextNames = new Int32Array(names.size)
  // The last of the equal names so far, by the first of them: a thousand equal names are a chain, not a search each.
  const lastNames = new Map<number, number>()
  for (let name = 0; name < names.size; name++) {
    if (names.lengthOf(name) === 0) continue
    const first = prefixes.insert(name)
    if (first < 0) continue
    nextNames[lastNames.get(first) ?? first] = name
    lastNames.set(first, name)
  }
  return nextNames
}
