import type { BundleId } from '../model/ids.ts'
import type { ByteList, NumberList } from './growing.ts'
import type { KeyList } from './key-list.ts'
import type { WordTable } from './word-table.ts'

/** What was gathered of some entities; words have the numbers of the table. */
export interface CollectedSearch {
  readonly bundles: readonly BundleId[]
  readonly keys: KeyList
  readonly prominence: ByteList
  readonly nameShapes: ByteList
  readonly blockEntities: NumberList
  readonly blockWords: NumberList
  readonly nameWords: NumberList
  readonly words: WordTable
  readonly innerWords: NumberList
  readonly innerNames: NumberList
}
