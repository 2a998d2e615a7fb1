import type { EntityRef } from '../model/ids.ts'
import { RAW_ID_BIT } from './index-format.ts'
import { IntList } from './int-list.ts'
import type { PieceTable } from './piece-table.ts'

const HYPHEN = '-'

/** Entities of a build. Names of the same entity that come one after the other share one; that is how records give them. */
export class CollectedEntities {
  readonly bundles: string[] = []
  /** For each entity the number of its bundle, shifted by one, and `RAW_ID_BIT`. */
  readonly heads = new IntList()
  /** The pieces of all ids one after the other, and where those of each begin. */
  readonly pieceNumbers = new IntList()
  readonly pieceStarts = new IntList()
  private readonly pieces: PieceTable
  private last: EntityRef | undefined

  constructor(pieces: PieceTable) {
    this.pieces = pieces
    this.pieceStarts.push(0)
  }

  get size(): number {
    return this.heads.length
  }

  /** The number of an entity. */
  number(entity: EntityRef): number {
    const { last } = this
    if (last !== entity && (last?.entity !== entity.entity || last.bundle !== entity.bundle)) this.add(entity)
    this.last = entity
    return this.size - 1
  }

  private add({ bundle, entity }: EntityRef): void {
    // Ids are in lower case, so that they share the pieces of names; any other is kept in one piece as it is.
    const isPlain = entity === entity.toLowerCase()
    this.heads.push((this.bundleNumber(bundle) << 1) | (isPlain ? 0 : RAW_ID_BIT))
    for (let from = 0; from <= entity.length; ) {
      const hyphen = isPlain ? entity.indexOf(HYPHEN, from) : -1
      const to = hyphen < 0 ? entity.length : hyphen
      this.pieceNumbers.push(this.pieces.number(entity, from, to, isPlain))
      from = to + 1
    }
    this.pieceStarts.push(this.pieceNumbers.length)
  }

  private bundleNumber(bundle: string): number {
    const known = this.bundles.indexOf(bundle)
    return known < 0 ? this.bundles.push(bundle) - 1 : known
  }
}
