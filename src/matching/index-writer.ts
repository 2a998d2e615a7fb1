import { FilterWriter } from './bloom-filter.ts'
import type { CollectedEntities } from './collected-entities.ts'
import type { CollectedNames } from './collected-names.ts'
import {
  checksumOf,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  NODE_LOOK_ON,
  NODE_MORE,
  nodeShapeFor,
  type Profiles,
  SECTIONS,
  type SectionName,
  slotOf,
  type TableShape,
  tableShapeFor,
} from './index-format.ts'
import { entityRecords, nameRecords } from './index-records.ts'
import { free, type IntList } from './int-list.ts'
import { PieceCodes } from './piece-codes.ts'
import { MORE_BIT, type PrefixNodes } from './prefix-nodes.ts'
import type { RecordWriter } from './record-writer.ts'

/** Nodes per slot of the packed table: at two thirds a look-up passes two strangers, at three quarters four. */
const FILL = 2 / 3
/** What passes the filter of pairs by mistake meets that of entries next, so it may be smaller. */
const PAIR_BITS = 6
const OTHER_BITS = 10
/** Things that are gone through in one step. */
const AT_ONCE = 1 << 18

/** All that a build has gathered. */
export interface IndexParts {
  readonly seed: number
  readonly names: CollectedNames
  readonly entities: CollectedEntities
  readonly prefixes: PrefixNodes
}

/** The bytes of a section, in one piece or in chunks that are given back one by one. */
type Section = ArrayBufferView<ArrayBuffer> | RecordWriter

/**
 * Writes an index of the parts, in steps between which others may run. What is not needed any more is given back as the
 * writing goes on, the parts included.
 */
export function* writeIndex(parts: IndexParts): Generator<undefined, ArrayBuffer> {
  const { seed, names, entities, prefixes } = parts
  names.pieces.close()
  const singleFilter = yield* filterOf(names.filterKeys.singles)
  const entryFilter = yield* filterOf(names.filterKeys.entries)
  yield* prefixes.build()
  const { table, nodes, pairFilter } = yield* packNodes(prefixes, names.size)
  const codes = new PieceCodes(names.pool)
  yield* codes.rank()
  const nameParts = yield* nameRecords(names, prefixes.nextNames, codes)
  free(prefixes.nextNames)
  const entityParts = yield* entityRecords(entities, codes)
  const numbers = {
    seed,
    names: names.size,
    entities: entities.size,
    pieces: codes.size,
    depth: prefixes.depth,
    tableHigh: table.high,
    tableLow: table.low,
  }
  const profiles: Profiles = { bundles: entities.bundles, names: names.profiles }
  names.pool.free()
  names.free()
  return yield* assemble(
    {
      pairFilter,
      singleFilter,
      entryFilter,
      nodes,
      nameBlocks: nameParts.blocks,
      nameRecords: nameParts.records,
      pieceStarts: codes.starts,
      pieceBytes: codes.bytes,
      entityBlocks: entityParts.blocks,
      entityRecords: entityParts.records,
      profiles: new TextEncoder().encode(JSON.stringify(profiles)),
    },
    numbers,
  )
}

const NUMBERS = ['seed', 'names', 'entities', 'pieces', 'depth', 'tableHigh', 'tableLow'] as const
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>

function* assemble(
  sections: Readonly<Record<SectionName, Section>>,
  numbers: Numbers,
): Generator<undefined, ArrayBuffer> {
  let length = HEADER_BYTES
  for (const name of SECTIONS) length += padded(bytesIn(sections[name]))
  const buffer = new ArrayBuffer(length)
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4)
  header[HEADER.magic] = MAGIC
  header[HEADER.version] = FORMAT_VERSION
  header[HEADER.byteLength] = length
  for (const key of NUMBERS) header[HEADER[key]] = numbers[key]
  let offset = HEADER_BYTES
  for (const [index, name] of SECTIONS.entries()) {
    const bytes = bytesIn(sections[name])
    header[HEADER.sections + 2 * index] = offset
    header[HEADER.sections + 2 * index + 1] = bytes
    yield* fill(new Uint8Array(buffer, offset, bytes), sections[name])
    offset += padded(bytes)
  }
  header[HEADER.checksum] = checksumOf(new Int32Array(buffer))
  return buffer
}

const bytesIn = (section: Section): number => ('taken' in section ? section.length : section.byteLength)

/** Takes over a section, which is given back. */
function* fill(to: Uint8Array, section: Section): Generator<undefined> {
  if ('taken' in section) {
    let at = 0
    for (const chunk of section.taken()) {
      to.set(chunk, at)
      at += chunk.length
    }
  } else {
    to.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength))
    free(section)
  }
  yield
}

const padded = (bytes: number): number => (bytes + 3) & ~3

/** A filter of keys, which are given back. */
function* filterOf(keys: IntList): Generator<undefined, Int32Array<ArrayBuffer>> {
  const filter = new FilterWriter(keys.length, OTHER_BITS)
  for (let index = 0; index < keys.length; index++) {
    filter.add(keys.at(index))
    if (index % AT_ONCE === 0) yield
  }
  keys.free()
  return filter.words
}

function* packNodes(prefixes: PrefixNodes, names: number) {
  const table = tableShapeFor(prefixes.size / FILL)
  const nodes = new Int32Array(table.high << table.low)
  const pairs = new FilterWriter(prefixes.pairs, PAIR_BITS)
  const put = packerFor(nodes, table, names)
  for (let index = 0; index < prefixes.size; index++) {
    const key = prefixes.keyAt(index)
    if (prefixes.isPair(index)) pairs.add(key)
    put(key, prefixes.nodeAt(index))
    if (index % AT_ONCE === 0) yield
  }
  prefixes.free()
  return { table, nodes, pairFilter: pairs.words }
}

/** Puts a node under its key into the packed table. */
function packerFor(packed: Int32Array, shape: TableShape, names: number) {
  const { nameBits, nameMask, hashMask } = nodeShapeFor(names)
  return (key: number, node: number): void => {
    const hash = (key << nameBits) & hashMask
    let slot = slotOf(key, shape)
    for (; packed[slot] !== 0; slot = slot + 1 === packed.length ? 0 : slot + 1)
      if (((packed[slot] as number) & hashMask) === hash)
        packed[slot] = (packed[slot] as number) | NODE_LOOK_ON
    packed[slot] = (node & MORE_BIT ? NODE_MORE : 0) | hash | (node & nameMask)
  }
}
