import { filterOf } from './bloom-filter.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CollectedEntities } from './collected-entities.ts'
import type { CollectedNames } from './collected-names.ts'
import type { Multipliers } from './hashing.ts'
import {
  BLOCK_SHIFT,
  checksumOf,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  NEW_ENTITY_BIT,
  NEXT_NAME_BIT,
  NODE_MORE,
  nodeShapeFor,
  PROFILE_SHIFT,
  type Profiles,
  RAW_ID_BIT,
  SECTIONS,
  type SectionName,
} from './index-format.ts'
import { PieceCodes } from './piece-codes.ts'
import { MORE_BIT, type PrefixTable } from './prefix-table.ts'

/** Nodes per slot of the packed table: at four fifths a look-up reads within one cache line or two. */
const FILL = 0.8
/** Names of one token by their hash with case; both cases where the case does not matter. */
export const singleKey = (hash: number, by: Multipliers): number => Math.imul(hash, by.single)

/** All that a build has gathered. */
export interface IndexParts {
  readonly seed: number
  readonly by: Multipliers
  readonly names: CollectedNames
  readonly entities: CollectedEntities
  readonly prefixes: PrefixTable
  /** For each name the next one that is the same word for word, or 0. */
  readonly nextNames: Int32Array
  readonly singleKeys: Iterable<number>
  readonly singleCount: number
}

/** Writes an index of the parts. */
export function writeIndex(parts: IndexParts): ArrayBuffer {
  const { names, entities, prefixes } = parts
  const codes = new PieceCodes(names.pieces)
  const { starts, bytes } = codes.storedBytes()
  const nameParts = writeNames(parts, codes)
  const entityParts = writeEntities(entities, codes)
  const profiles: Profiles = { bundles: entities.bundles, names: names.profiles }
  const sections: Record<SectionName, ArrayBufferView> = {
    pairFilter: filterOf(prefixes.pairs.data.subarray(0, prefixes.pairs.length), prefixes.pairs.length),
    singleFilter: filterOf(parts.singleKeys, parts.singleCount),
    nodes: packNodes(prefixes, names.size),
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
  })
}

type Numbers = Readonly<Record<'seed' | 'names' | 'entities' | 'pieces' | 'depth', number>>

function assemble(sections: Record<SectionName, ArrayBufferView>, numbers: Numbers): ArrayBuffer {
  let length = HEADER_BYTES
  for (const name of SECTIONS) length += padded(sections[name].byteLength)
  const buffer = new ArrayBuffer(length)
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4)
  header[HEADER.magic] = MAGIC
  header[HEADER.version] = FORMAT_VERSION
  header[HEADER.byteLength] = length
  for (const key of ['seed', 'names', 'entities', 'pieces', 'depth'] as const)
    header[HEADER[key]] = numbers[key]
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

function packNodes(prefixes: PrefixTable, names: number): Int32Array {
  const shape = nodeShapeFor(names)
  const packed = new Int32Array(Math.max(1, Math.ceil(prefixes.size / FILL)))
  const scale = packed.length / 2 ** 32
  const { keys, nodes } = prefixes
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as number
    if (node === 0) continue
    const key = keys[index] as number
    let slot = Math.floor((key >>> 0) * scale)
    while (packed[slot] !== 0) slot = slot + 1 === packed.length ? 0 : slot + 1
    const more = node & MORE_BIT ? NODE_MORE : 0
    packed[slot] = more | ((key << shape.nameBits) & shape.hashMask) | (node & shape.nameMask)
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
