import { LOWER_BIT, type Multipliers } from './hashing.ts'
import { IntList } from './int-list.ts'

/** What the filters beside that of pairs are made of. */
export class FilterKeys {
  /** Names of one token: under the case they insist on, or under both. */
  readonly singles: IntList
  /** Names of two tokens by both, longer ones by their first three. */
  readonly entries: IntList
  private readonly multiplier: number

  constructor(by: Multipliers, expected: number) {
    this.multiplier = by.single
    this.singles = new IntList(Math.max(expected >>> 2, 1 << 10))
    this.entries = new IntList(Math.max(expected, 1 << 10))
  }

  /** `cased`: the hash of the only token, with the case of its first letter. */
  addSingle(cased: number, insistsOnCase: boolean): void {
    this.singles.push(singleKey(cased, this.multiplier))
    if (!insistsOnCase) this.singles.push(singleKey(cased ^ LOWER_BIT, this.multiplier))
  }
}

/** The key of a lone token in the filter of singles, from its hash with case. */
export const singleKey = (hash: number, multiplier: number): number => Math.imul(hash, multiplier)
