import type { CollectedEntities } from './collected-entities.ts'
import type { CollectedNames } from './collected-names.ts'
import { BLOCK_SHIFT, NEW_ENTITY_BIT, NEXT_NAME_BIT, PROFILE_SHIFT } from './index-format.ts'
import type { PieceCodes } from './piece-codes.ts'
import { MOST_NUMBER_BYTES, RecordWriter } from './record-writer.ts'

/** The records of names or of entities, and where each block of them begins. */
export interface Records {
  readonly blocks: Uint32Array<ArrayBuffer>
  readonly records: RecordWriter
}

/** Records that are written in one step: some ten milliseconds. */
const RECORDS_AT_ONCE = 1 << 15
const IN_BLOCK = (1 << BLOCK_SHIFT) - 1
/** The head of a record, and the number of an equal name. */
const HEAD_BYTES = 2 * MOST_NUMBER_BYTES

/** The records of all names. */
export function* nameRecords(
  names: CollectedNames,
  nextNames: Int32Array,
  codes: PieceCodes,
): Generator<undefined, Records> {
  const blocks = new Uint32Array(2 * Math.ceil(names.size / 2 ** BLOCK_SHIFT))
  const records = new RecordWriter()
  let entity = 0
  for (let name = 0; name < names.size; name++) {
    const isNew = name > 0 && names.isOfNewEntity(name)
    if (isNew) entity++
    records.begin(mostBytes(names, name, codes))
    if ((name & IN_BLOCK) === 0) {
      blocks[(name >>> BLOCK_SHIFT) * 2] = records.recordStart
      blocks[(name >>> BLOCK_SHIFT) * 2 + 1] = entity
    }
    const next = nextNames[name] as number
    records.varint(
      (names.profile(name) << PROFILE_SHIFT) | (isNew ? NEW_ENTITY_BIT : 0) | (next > 0 ? NEXT_NAME_BIT : 0),
    )
    if (next > 0) records.varint(next - name)
    for (let at = names.firstPiece(name); at < names.firstPiece(name + 1); at++)
      codes.write(records, names.piece(at))
    records.end()
    if (name % RECORDS_AT_ONCE === 0) yield
  }
  return { blocks, records }
}

/** The records of all entities, from their drafts, which are given back. */
export function* entityRecords(
  { size, drafts }: CollectedEntities,
  codes: PieceCodes,
): Generator<undefined, Records> {
  const blocks = new Uint32Array(Math.ceil(size / 2 ** BLOCK_SHIFT))
  const records = new RecordWriter()
  let entity = 0
  for (const chunk of drafts.taken()) {
    const draft = new Draft(chunk)
    while (draft.begin()) {
      records.begin(draft.mostBytes(codes))
      if ((entity & IN_BLOCK) === 0) blocks[entity >>> BLOCK_SHIFT] = records.recordStart
      draft.copyTo(records, codes)
      records.end()
      entity++
    }
    yield
  }
  return { blocks, records }
}

/** Reads drafts of records one after the other. */
class Draft {
  private readonly bytes: Uint8Array
  private start = 0
  private at = 0
  private end = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Goes to the next one; false where there is none. */
  begin(): boolean {
    this.at = this.end
    if (this.at >= this.bytes.length) return false
    const length = this.number()
    this.start = this.at
    this.end = this.at + length
    return true
  }

  /** How many bytes its record takes at most. */
  mostBytes(codes: PieceCodes): number {
    let most = this.end - this.start + MOST_NUMBER_BYTES
    this.rewind()
    while (this.at < this.end) {
      const code = this.number()
      if (code % 2 === 0) most += codes.mostBytes(code / 2)
      else this.at += (code - 1) / 2
    }
    return most
  }

  /** Writes it as a record: the numbers of pieces become their codes. */
  copyTo(records: RecordWriter, codes: PieceCodes): void {
    records.varint(this.rewind())
    while (this.at < this.end) {
      const code = this.number()
      if (code % 2 === 0) codes.write(records, code / 2)
      else {
        const length = (code - 1) / 2
        records.varint(code)
        records.copy(this.bytes, this.at, this.at + length)
        this.at += length
      }
    }
  }

  /** Goes back to the pieces; gives the head before them. */
  private rewind(): number {
    this.at = this.start
    return this.number()
  }

  private number(): number {
    let value = 0
    for (let shift = 1; ; shift *= 0x80) {
      const byte = this.bytes[this.at++] as number
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
    }
  }
}

function mostBytes(names: CollectedNames, name: number, codes: PieceCodes): number {
  let most = HEAD_BYTES
  for (let at = names.firstPiece(name); at < names.firstPiece(name + 1); at++)
    most += codes.mostBytes(names.piece(at))
  return most
}
