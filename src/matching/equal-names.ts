import { TokenReader } from '../text/token-reader.ts'
import type { CollectedNames } from './collected-names.ts'
import { haveEqualTokens } from './equal-tokens.ts'
import { extended, type Multipliers, wholeHashOf } from './hashing.ts'

/** Names that are the same word for word; each set of them is a chain, the lowest number first. */
export class EqualNames {
  private readonly names: CollectedNames
  private readonly by: Multipliers
  private readonly next: Int32Array
  private readonly reader = new TokenReader()

  /** `next` is told for each name that is followed by an equal one. */
  constructor(names: CollectedNames, by: Multipliers, next: Int32Array) {
    this.names = names
    this.by = by
    this.next = next
  }

  /** Makes a chain of equal names, which ascend. */
  chain(names: readonly number[]): void {
    for (let at = 1; at < names.length; at++) this.next[names[at - 1] as number] = names[at] as number
  }

  /** The first of each set of equal names, in their order; the names ascend. */
  firstsOf(names: readonly number[]): number[] {
    const sets = names.length < 2 ? names.map((name) => [name]) : this.setsOf(names)
    for (const set of sets) this.chain(set)
    return sets.map(([first]) => first as number)
  }

  /** By a hash in which each unit counts: of many names made to share the other hash few are compared. */
  private setsOf(names: readonly number[]): number[][] {
    const sets: number[][] = []
    const byHash = new Map<number, number[][]>()
    for (const name of names) {
      const text = this.names.textOf(name)
      const hash = this.wholeHash(text)
      const alike = byHash.get(hash) ?? []
      if (alike.length === 0) byHash.set(hash, alike)
      const set = alike.find(([first]) => this.areEqual(first as number, name, text))
      if (set) set.push(name)
      else {
        const begun = [name]
        alike.push(begun)
        sets.push(begun)
      }
    }
    return sets
  }

  private areEqual(first: number, name: number, text: string): boolean {
    return this.names.haveSamePieces(first, name) || haveEqualTokens(this.names.textOf(first), text)
  }

  private wholeHash(text: string): number {
    const { reader, by } = this
    let hash = 0
    reader.reset(text, 0)
    while (reader.next()) hash = extended(hash, wholeHashOf(by, reader), by.path)
    return hash
  }
}
