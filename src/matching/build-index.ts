import { CollectedEntities } from './collected-entities.ts'
import { CollectedNames } from './collected-names.ts'
import { type Multipliers, multipliersOf } from './hashing.ts'
import { writeIndex } from './index-writer.ts'
import { PrefixNodes } from './prefix-nodes.ts'
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

  /**
   * The index of all names, for `openIndex`, in steps of some ten milliseconds for a million names: whoever has others
   * waiting may let them run at each. Nothing can be added any more.
   */
  *finishing(): Generator<undefined, ArrayBuffer> {
    const { seed, by, names, entities } = this
    return yield* writeIndex({ seed, names, entities, prefixes: new PrefixNodes(names, by) })
  }

  /** The same at once. */
  finish(): ArrayBuffer {
    const finishing = this.finishing()
    for (;;) {
      const step = finishing.next()
      if (step.done) return step.value
    }
  }
}

/** Builds the index of names that are at hand, or of a generator of them. */
export function buildIndex(names: Iterable<IndexedName>, options: BuildOptions = {}): ArrayBuffer {
  const expected = Array.isArray(names) ? { expected: names.length } : {}
  const builder = new IndexBuilder({ ...expected, ...options })
  for (const name of names) builder.add(name)
  return builder.finish()
}
