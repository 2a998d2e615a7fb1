import { filterOf } from './bloom-filter.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CollectedEntities } from './collected-entities.ts'
import type { CollectedNames } from './collected-names.ts'
import type { FilterKeys } from './filter-keys.ts'
import {
  BLOCK_SHIFT,
  checksumOf,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  NEW_ENTITY_BIT,
  NEXT_NAME_BIT,
  NODE_LOOK_ON,
  NODE_MORE,
  type NodeShape,
  nodeShapeFor,
  PROFILE_SHIFT,
  type Profiles,
  RAW_ID_BIT,
  SECTIONS,
  type SectionName,
  slotOf,
  type TableShape,
  tableShapeFor,
} from './index-format.ts'
import { PieceCodes } from './piece-codes.ts'
import { MORE_BIT, type PrefixTable } from './prefix-table.ts'

/** Nodes per slot of the packed table: at two thirds a look-up passes two strangers, at three quarters four. */
const FILL = 2 / 3
/** What passes the filter of pairs by mistake meets that of entries next, so it may be smaller. */
const PAIR_BITS = 6
const OTHER_BITS = 10

/** All that a build has gathered. */
export interface IndexParts {
  readonly seed: number
  readonly names: CollectedNames
  readonly entities: CollectedEntities
  readonly prefixes: PrefixTable
  /** For each name the next one that is the same word for word, or 0. */
  readonly nextNames: Int32Array
  readonly filterKeys: FilterKeys
}

/** Writes an index of the parts. */
export function writeIndex(parts: IndexParts): ArrayBuffer {
  const { names, entities, prefixes } = parts
  const codes = new PieceCodes(names.pieces)
  const { starts, bytes } = codes.storedBytes()
  const nameParts = writeNames(parts, codes)
  const entityParts = writeEntities(entities, codes)
  const table = tableShapeFor(prefixes.size / FILL)
  const profiles: Profiles = { bundles: entities.bundles, names: names.profiles }
  const sections: Record<SectionName, ArrayBufferView> = {
    pairFilter: filterOf(prefixes.pairs.values(), PAIR_BITS),
    singleFilter: filterOf(parts.filterKeys.singles.values(), OTHER_BITS),
    entryFilter: filterOf(parts.filterKeys.entries.values(), OTHER_BITS),
    nodes: packNodes(prefixes, table, nodeShapeFor(names.size)),
    nameBlocks: nameParts.blocks,
    nameRecords: nameParts.records,
    pieceStarts: starts,
    pieceBytes: bytes,
    entityBlocks: entityParts.blocks,
    entityRecords: entityParts.records,
    profiles: new TextEncoder().encode(JSON.stringify(profiles)),
  }
  return assemble(sections, {
    seed: parts.seed,
    names: names.size,
    entities: entities.size,
    pieces: codes.size,
    depth: prefixes.depth,
    tableHigh: table.high,
    tableLow: table.low,
  })
}

const NUMBERS = ['seed', 'names', 'entities', 'pieces', 'depth', 'tableHigh', 'tableLow'] as const
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>

function assemble(sections: Record<SectionName, ArrayBufferView>, numbers: Numbers): ArrayBuffer {
  let length = HEADER_BYTES
  for (const name of SECTIONS) length += padded(sections[name].byteLength)
  const buffer = new ArrayBuffer(length)
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4)
  header[HEADER.magic] = MAGIC
  header[HEADER.version] = FORMAT_VERSION
  header[HEADER.byteLength] = length
  for (const key of NUMBERS) header[HEADER[key]] = numbers[key]
  let offset = HEADER_BYTES
  for (const [index, name] of SECTIONS.entries()) {
    const { buffer: source, byteOffset, byteLength } = sections[name]
    new Uint8Array(buffer, offset, byteLength).set(new Uint8Array(source, byteOffset, byteLength))
    header[HEADER.sections + 2 * index] = offset
    header[HEADER.sections + 2 * index + 1] = byteLength
    offset += padded(byteLength)
  }
  header[HEADER.checksum] = checksumOf(new Int32Array(buffer))
  return buffer
}

const padded = (bytes: number): number => (bytes + 3) & ~3

function packNodes(
  { keys, nodes }: PrefixTable,
  shape: TableShape,
  { nameBits, nameMask, hashMask }: NodeShape,
): Int32Array {
  const packed = new Int32Array(shape.high << shape.low)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as number
    if (node === 0) continue
    const key = keys[index] as number
    const hash = (key << nameBits) & hashMask
    let slot = slotOf(key, shape)
    for (; packed[slot] !== 0; slot = slot + 1 === packed.length ? 0 : slot + 1)
      if (((packed[slot] as number) & hashMask) === hash)
        packed[slot] = (packed[slot] as number) | NODE_LOOK_ON
    packed[slot] = (node & MORE_BIT ? NODE_MORE : 0) | hash | (node & nameMask)
  }
  return packed
}

function writeNames(parts: IndexParts, codes: PieceCodes) {
  const { names, nextNames } = parts
  const blocks = new Uint32Array(2 * Math.ceil(names.size / 2 ** BLOCK_SHIFT))
  const records = new ByteWriter(names.size * 8 + 16)
  const record = new ByteWriter()
  for (let name = 0; name < names.size; name++) {
    const entity = names.entityNumbers.at(name)
    if ((name & ((1 << BLOCK_SHIFT) - 1)) === 0) {
      blocks[(name >>> BLOCK_SHIFT) * 2] = records.length
      blocks[(name >>> BLOCK_SHIFT) * 2 + 1] = entity
    }
    const isNew = name > 0 && entity !== names.entityNumbers.at(name - 1)
    const next = nextNames[name] as number
    record.length = 0
    record.varint(
      (names.profileNumbers.at(name) << PROFILE_SHIFT) |
        (isNew ? NEW_ENTITY_BIT : 0) |
        (next > 0 ? NEXT_NAME_BIT : 0),
    )
    if (next > 0) record.varint(next - name)
    for (let index = names.pieceStarts.at(name); index < names.pieceStarts.at(name + 1); index++)
      codes.write(record, names.pieceNumbers.at(index), false)
    records.varint(record.length)
    records.copy(record.bytes, 0, record.length)
  }
  return { blocks, records: records.bytes.subarray(0, records.length) }
}

function writeEntities(entities: CollectedEntities, codes: PieceCodes) {
  const blocks = new Uint32Array(Math.ceil(entities.size / 2 ** BLOCK_SHIFT))
  const records = new ByteWriter(entities.size * 8 + 16)
  const record = new ByteWriter()
  for (let entity = 0; entity < entities.size; entity++) {
    if ((entity & ((1 << BLOCK_SHIFT) - 1)) === 0) blocks[entity >>> BLOCK_SHIFT] = records.length
    const head = entities.heads.at(entity)
    record.length = 0
    record.varint(head)
    for (let index = entities.pieceStarts.at(entity); index < entities.pieceStarts.at(entity + 1); index++)
      codes.write(record, entities.pieceNumbers.at(index), (head & RAW_ID_BIT) !== 0)
    records.varint(record.length)
    records.copy(record.bytes, 0, record.length)
  }
  return { blocks, records: records.bytes.subarray(0, records.length) }
}
