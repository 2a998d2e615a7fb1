import { CollectedEntities } from './collected-entities.ts'
import { CollectedNames } from './collected-names.ts'
import { LOWER_BIT, multipliersOf } from './hashing.ts'
import { singleKey, writeIndex } from './index-writer.ts'
import { IntList } from './int-list.ts'
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
  const collected = new CollectedNames(by)
  const entities = new CollectedEntities(collected.pieces)
  for (const name of names) collected.add(name, entities.number(name.entity))
  const prefixes = new PrefixTable(collected, by.path)
  const nextNames = insertAll(collected, prefixes)
  const singles = singleKeys(collected, (hash) => singleKey(hash, by))
  return writeIndex({
    seed,
    by,
    names: collected,
    entities,
    prefixes,
    nextNames,
    singleKeys: singles.data.subarray(0, singles.length),
    singleCount: singles.length,
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

/** The keys under which names of one token are looked up: with the case that they insist on, or with both. */
function singleKeys(names: CollectedNames, keyOf: (hash: number) => number): IntList {
  const keys = new IntList()
  for (let name = 0; name < names.size; name++) {
    if (names.lengthOf(name) !== 1) continue
    const hash = names.casedHashOf(name)
    keys.push(keyOf(hash))
    if (!names.insistsOnCase(name)) keys.push(keyOf(hash ^ LOWER_BIT))
  }
  return keys
}
