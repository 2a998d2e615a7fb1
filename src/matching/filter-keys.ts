import type { CollectedNames } from './collected-names.ts'
import { LOWER_BIT, type Multipliers } from './hashing.ts'
import { IntList } from './int-list.ts'
import { extended } from './prefix-table.ts'

/** What the filters beside that of pairs are made of. */
export interface FilterKeys {
  /** Names of one token: under the case they insist on, or under both. */
  readonly singles: IntList
  /** Names of two tokens by both, longer ones by their first three. */
  readonly entries: IntList
}

/** The key of a lone token in the filter of singles, from its hash with case. */
export const singleKey = (hash: number, multiplier: number): number => Math.imul(hash, multiplier)

/** Gathers the keys of all names. */
export function filterKeysOf(names: CollectedNames, by: Multipliers): FilterKeys {
  const keys = { singles: new IntList(), entries: new IntList() }
  for (let name = 0; name < names.size; name++) {
    const length = names.lengthOf(name)
    if (length === 1) addSingle(keys.singles, names, name, by)
    else if (length > 1) keys.entries.push(entryKey(names, name, Math.min(length, 3), by))
  }
  return keys
}

function addSingle(keys: IntList, names: CollectedNames, name: number, by: Multipliers): void {
  const hash = names.casedHashOf(name)
  keys.push(singleKey(hash, by.single))
  if (!names.insistsOnCase(name)) keys.push(singleKey(hash ^ LOWER_BIT, by.single))
}

function entryKey(names: CollectedNames, name: number, length: number, by: Multipliers): number {
  let key = names.hashAt(name, 0)
  for (let index = 1; index < length; index++) key = extended(key, names.hashAt(name, index), by.path)
  return key
}
