import { ALIAS_KINDS } from '../model/entity.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { type Multipliers, multipliersOf } from './hashing.ts'
import {
  BLOCK_SHIFT,
  checksumOf,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  type NameProfile,
  type Profiles,
  SECTIONS,
  type SectionName,
  type TableShape,
} from './index-format.ts'
import type { IndexError } from './types.ts'
import { unitBytesOf } from './unit-bytes.ts'

/** An index as typed arrays over its buffer; nothing is copied. */
export interface IndexView {
  readonly names: number
  readonly entities: number
  readonly depth: number
  readonly table: TableShape
  readonly by: Multipliers
  /** The byte of each UTF-16 unit, as `unitBytesOf(by)` gives it. */
  readonly unitBytes: Uint8Array
  readonly pairFilter: Int32Array
  readonly singleFilter: Int32Array
  readonly entryFilter: Int32Array
  readonly nodes: Int32Array
  readonly nameBlocks: Uint32Array
  readonly nameRecords: Uint8Array
  readonly pieceStarts: Uint32Array
  readonly pieceBytes: Uint8Array
  readonly entityBlocks: Uint32Array
  readonly entityRecords: Uint8Array
  readonly profiles: Profiles
}

/** No name has more tokens than this before it is told from all others; a larger number is damage. */
const DEEPEST = 1 << 16

/** Looks at a buffer as an index. All that a look-up relies on is checked here, the rest by a checksum. */
export function viewIndex(buffer: ArrayBuffer): Result<IndexView, IndexError> {
  const header = new Uint32Array(buffer, 0, Math.min(HEADER_BYTES, buffer.byteLength) >>> 2)
  if (header[HEADER.magic] !== MAGIC) return fail('foreign')
  if (header[HEADER.version] !== FORMAT_VERSION) return fail('version')
  const length = header[HEADER.byteLength] ?? HEADER_BYTES
  if (buffer.byteLength < HEADER_BYTES || buffer.byteLength < length) return fail('truncated')
  if (buffer.byteLength !== length || length % 4 !== 0) return fail('corrupt')
  if (checksumOf(new Int32Array(buffer)) >>> 0 !== header[HEADER.checksum]) return fail('corrupt')
  const sections = sectionsOf(header, length)
  return sections ? viewSections(buffer, header, sections) : fail('corrupt')
}

type Sections = Readonly<Record<SectionName, { readonly offset: number; readonly length: number }>>

/** Where the sections are, or undefined where they do not lie one after the other. */
function sectionsOf(header: Uint32Array, length: number): Sections | undefined {
  const sections = {} as Record<SectionName, { offset: number; length: number }>
  let expected = HEADER_BYTES
  for (const [index, name] of SECTIONS.entries()) {
    const offset = header[HEADER.sections + 2 * index] as number
    const own = header[HEADER.sections + 2 * index + 1] as number
    if (offset !== expected || own > length - offset) return undefined
    sections[name] = { offset, length: own }
    expected = offset + ((own + 3) & ~3)
  }
  return expected === length ? sections : undefined
}

function viewSections(
  buffer: ArrayBuffer,
  header: Uint32Array,
  sections: Sections,
): Result<IndexView, IndexError> {
  const words = (name: SectionName) =>
    new Int32Array(buffer, sections[name].offset, sections[name].length >>> 2)
  const unsigned = (name: SectionName) =>
    new Uint32Array(buffer, sections[name].offset, sections[name].length >>> 2)
  const bytes = (name: SectionName) => new Uint8Array(buffer, sections[name].offset, sections[name].length)
  const profiles = readProfiles(bytes('profiles'))
  if (!profiles) return fail('corrupt')
  const by = multipliersOf(header[HEADER.seed] as number)
  const view: IndexView = {
    names: header[HEADER.names] as number,
    entities: header[HEADER.entities] as number,
    depth: header[HEADER.depth] as number,
    table: { high: header[HEADER.tableHigh] as number, low: header[HEADER.tableLow] as number },
    by,
    unitBytes: unitBytesOf(by),
    pairFilter: words('pairFilter'),
    singleFilter: words('singleFilter'),
    entryFilter: words('entryFilter'),
    nodes: words('nodes'),
    nameBlocks: unsigned('nameBlocks'),
    nameRecords: bytes('nameRecords'),
    pieceStarts: unsigned('pieceStarts'),
    pieceBytes: bytes('pieceBytes'),
    entityBlocks: unsigned('entityBlocks'),
    entityRecords: bytes('entityRecords'),
    profiles,
  }
  return isSound(view, header[HEADER.pieces] as number) ? ok(view) : fail('corrupt')
}

function isSound(view: IndexView, pieces: number): boolean {
  const blocks = (count: number) => Math.ceil(count / 2 ** BLOCK_SHIFT)
  return (
    isFilter(view.pairFilter) &&
    isFilter(view.singleFilter) &&
    isFilter(view.entryFilter) &&
    isTable(view) &&
    view.depth <= DEEPEST &&
    view.nameBlocks.length === 2 * blocks(view.names) &&
    view.entityBlocks.length === blocks(view.entities) &&
    view.pieceStarts.length === pieces + 1
  )
}

/** The shape must be that of the table, or look-ups would begin outside. */
const isTable = ({ nodes, table: { high, low } }: IndexView): boolean =>
  high > 0 && high <= 0xffff && low <= 16 && nodes.length === high * 2 ** low

/** A power of two, and more than one: the shift by 32 that one word would need does nothing. */
const isFilter = (filter: Int32Array): boolean =>
  filter.length > 1 && (filter.length & (filter.length - 1)) === 0

function readProfiles(bytes: Uint8Array): Profiles | undefined {
  try {
    const profiles = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Profiles>
    if (!Array.isArray(profiles.bundles) || !Array.isArray(profiles.names)) return undefined
    if (!profiles.bundles.every((each) => typeof each === 'string')) return undefined
    return profiles.names.every(isProfile) ? (profiles as Profiles) : undefined
  } catch {
    return undefined
  }
}

function isProfile(value: Partial<NameProfile> | null): boolean {
  if (value === null || typeof value !== 'object') return false
  const flags = [value.exact, value.ambiguous, value.needsCapital, value.intricate]
  const isKind = typeof value.kind === 'number' && ALIAS_KINDS[value.kind] !== undefined
  return typeof value.lang === 'string' && isKind && flags.every((each) => typeof each === 'boolean')
}
