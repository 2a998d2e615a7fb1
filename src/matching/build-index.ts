import { CollectedEntities } from './collected-entities.ts'
import { CollectedNames } from './collected-names.ts'
import { filterKeysOf } from './filter-keys.ts'
import { type Multipliers, multipliersOf } from './hashing.ts'
import { writeIndex } from './index-writer.ts'
import { PrefixTable } from './prefix-table.ts'
import type { IndexedName } from './types.ts'

/** How an index is built. */
export interface BuildOptions {
  /** Each build draws a new seed; a given one makes it repeatable. */
  readonly seed?: number
  /** How many names are expected: tables then have the right size at once. A wrong number does no harm. */
  readonly expected?: number
}

/**
 * Builds the index of names that arrive little by little. The numbers of names follow their order; where
 * bundles have an order, give the names of the first bundle first.
 */
export class IndexBuilder {
  private readonly seed: number
  private readonly by: Multipliers
  private readonly names: CollectedNames
  private readonly entities: CollectedEntities

  constructor(options: BuildOptions = {}) {
    this.seed = options.seed ?? (crypto.getRandomValues(new Uint32Array(1))[0] as number)
    this.by = multipliersOf(this.seed)
    this.names = new CollectedNames(this.by, options.expected ?? 0)
    this.entities = new CollectedEntities(this.names.pieces)
  }

  /** Takes in one more name. Throws a RangeError for a kind that does not exist. */
  add(name: IndexedName): void {
    this.names.add(name, this.entities.number(name.entity))
  }

  /** The index of all names so far, for `openIndex`. */
  finish(): ArrayBuffer {
    const { seed, by, names, entities } = this
    const prefixes = new PrefixTable(names, by.path)
    const nextNames = insertAll(names, prefixes)
    return writeIndex({ seed, names, entities, prefixes, nextNames, filterKeys: filterKeysOf(names, by) })
  }
}

/** Builds the index of names that are at hand, or of a generator of them. */
export function buildIndex(names: Iterable<IndexedName>, options: BuildOptions = {}): ArrayBuffer {
  const expected = Array.isArray(names) ? { expected: names.length } : {}
  const builder = new IndexBuilder({ ...expected, ...options })
  for (const name of names) builder.add(name)
  return builder.finish()
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
