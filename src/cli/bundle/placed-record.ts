import type { EntityRecord } from '../../model/entity.ts'
import { itemsOf, type SourceNode, valueAt } from './source-node.ts'

/** A compiled record and the place in the sources where it is written. */
export interface PlacedRecord {
  readonly node: SourceNode
  readonly record: EntityRecord
}

/** The place of one item of an entity's list; the entity itself where the item has none of its own. */
export const placeOf = (
  { node }: PlacedRecord,
  list: 'aliases' | 'statements' | 'events' | 'relations',
  index: number,
): SourceNode => itemsOf(valueAt(node, list) ?? node)?.[index] ?? node
