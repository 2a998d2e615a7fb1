import type { EntityRef } from '../model/ids.ts'
import { RAW_ID_BIT } from './index-format.ts'
import type { PieceTable } from './piece-table.ts'
import { MOST_NUMBER_BYTES, RecordWriter } from './record-writer.ts'

const HYPHEN = '-'
const DIGIT = /\d/

/**
 * Entities of a build. Names of the same entity that come one after the other share one; that is how records give them.
 *
 * Each is written down as a draft of its record: the number of its bundle, shifted by one, with `RAW_ID_BIT`; then of each
 * piece of its id twice the number, or twice the length plus one and the bytes themselves.
 */
export class CollectedEntities {
  readonly bundles: string[] = []
  readonly drafts = new RecordWriter()
  size = 0
  private readonly pieces: PieceTable
  private last: EntityRef | undefined

  constructor(pieces: PieceTable) {
    this.pieces = pieces
  }

  /** The number of an entity. */
  number(entity: EntityRef): number {
    const { last } = this
    if (last !== entity && (last?.entity !== entity.entity || last.bundle !== entity.bundle)) this.add(entity)
    this.last = entity
    return this.size - 1
  }

  private add({ bundle, entity }: EntityRef): void {
    const { drafts } = this
    // Ids are in lower case, so that they share the pieces of names; any other is kept in one piece as it is.
    const isPlain = entity === entity.toLowerCase()
    this.size++
    drafts.begin((entity.length + 1) * (3 + MOST_NUMBER_BYTES) + MOST_NUMBER_BYTES)
    drafts.varint((this.bundleNumber(bundle) << 1) | (isPlain ? 0 : RAW_ID_BIT))
    for (let from = 0; from <= entity.length; ) {
      const hyphen = isPlain ? entity.indexOf(HYPHEN, from) : -1
      const to = hyphen < 0 ? entity.length : hyphen
      this.addPiece(entity, from, to, isPlain)
      from = to + 1
    }
    drafts.end()
  }

  private addPiece(id: string, from: number, to: number, isPlain: boolean): void {
    const { drafts, pieces } = this
    const piece = isPlain ? this.sharedPiece(id, from, to) : 0
    if (piece > 0) {
      drafts.varint(piece * 2)
      return
    }
    const { pool } = pieces
    const start = pool.begin(to - from)
    for (let index = from; index < to; index++) pool.unit(id.charCodeAt(index))
    const end = pool.finish()
    drafts.varint((end - start) * 2 + 1)
    drafts.copy(pool.bytes, start, end)
  }

  /** What has digits and is in no name is most likely in no other id either: a million of them need no table. */
  private sharedPiece(id: string, from: number, to: number): number {
    const { pieces } = this
    return DIGIT.test(id.slice(from, to))
      ? pieces.known(id, from, to, true)
      : pieces.number(id, from, to, true)
  }

  private bundleNumber(bundle: string): number {
    const known = this.bundles.indexOf(bundle)
    return known < 0 ? this.bundles.push(bundle) - 1 : known
  }
}
