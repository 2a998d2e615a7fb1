/**
 * The encoded search index: a header of 32-bit words, then its sections one after the other, each aligned to
 * four bytes. Numbers are little-endian, as on every platform that browsers run on. It is a cache of this
 * extension's own making: never foreign data, dropped where its mark or its version is another.
 */
const MARK = 0x53474b42
const VERSION = 2

/** The sections in their order; all offsets tables have one entry more than things. */
export const SECTIONS = [
  /** UTF-8: the ids of the bundles, one a line. */
  'bundles',
  /** Where each entity's key begins in `keys`. */
  'keyOffsets',
  /** UTF-8: of each entity the number of its bundle, a slash, its id. */
  'keys',
  /** How much is known of each entity, 0 to 15: the tie-break between equal names. */
  'prominence',
  /** The entity of each name. Names of an entity follow each other, as `distinctNames` gives them: their texts are in its record. */
  'nameEntities',
  /** Where each name's words begin in `nameWords`. */
  'nameWordOffsets',
  /** The words of each name in their order, as numbers. */
  'nameWords',
  /** Where each word begins in `words`. */
  'wordOffsets',
  /** UTF-16 units of all words, sorted by them. */
  'words',
  /** Where each word's names begin in `wordNames`. */
  'wordNameOffsets',
  /** The names of each word, ascending. */
  'wordNames',
] as const

export type Section = (typeof SECTIONS)[number]

/** How each section is read. */
export interface SearchSections {
  readonly bundles: Uint8Array
  readonly keyOffsets: Uint32Array
  readonly keys: Uint8Array
  readonly prominence: Uint8Array
  readonly nameEntities: Uint32Array
  readonly nameWordOffsets: Uint32Array
  readonly nameWords: Uint32Array
  readonly wordOffsets: Uint32Array
  readonly words: Uint16Array
  readonly wordNameOffsets: Uint32Array
  readonly wordNames: Uint32Array
}

const HEADER_WORDS = 2 + SECTIONS.length

/** The bytes of the header. */
export const HEADER_BYTES = HEADER_WORDS * 4

/**
 * Encodes sections piece by piece: a large index is never held as a whole beside what it is made of. A piece is of use until
 * the next is asked for. `lengths`: bytes of each section.
 */
export function* encodedPieces(
  lengths: Readonly<Record<Section, number>>,
  piecesOf: (section: Section) => Iterable<ArrayBufferView>,
): Generator<Uint8Array<ArrayBuffer>> {
  const header = new Uint32Array(HEADER_WORDS)
  header.set([MARK, VERSION, ...SECTIONS.map((section) => lengths[section])])
  yield new Uint8Array(header.buffer)
  for (const section of SECTIONS) {
    for (const { buffer, byteOffset, byteLength } of piecesOf(section))
      yield new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
    yield new Uint8Array(aligned(lengths[section]) - lengths[section])
  }
}

/** An encoded index in one buffer, for whoever searches it at once. */
export function joinedPieces(pieces: Iterable<Uint8Array<ArrayBuffer>>): ArrayBuffer {
  let joined = new Uint8Array(0)
  let at = 0
  for (const piece of pieces) {
    // The first that is not empty is the header, which tells the length of all.
    if (joined.length === 0 && piece.length > 0) joined = new Uint8Array(sizeToldBy(piece.buffer) ?? 0)
    joined.set(piece, at)
    at += piece.length
  }
  return joined.buffer
}

/** The bytes that an index has which begins so; undefined where it is none of this version. */
export function sizeToldBy(head: ArrayBuffer): number | undefined {
  if (head.byteLength < HEADER_BYTES) return undefined
  const [mark, version, ...lengths] = new Uint32Array(head, 0, HEADER_WORDS)
  if (mark !== MARK || version !== VERSION) return undefined
  return lengths.reduce((sum, length) => sum + aligned(length), HEADER_BYTES)
}

/** The sections of a buffer, which they share; undefined where it is none of this version. */
export function decodeSections(buffer: ArrayBuffer): SearchSections | undefined {
  if (sizeToldBy(buffer) !== buffer.byteLength) return undefined
  const lengths = new Uint32Array(buffer, 0, HEADER_WORDS).subarray(2)
  let at = HEADER_BYTES
  const places = new Map<Section, { at: number; length: number }>()
  SECTIONS.forEach((name, index) => {
    const length = lengths[index] ?? 0
    places.set(name, { at, length })
    at += aligned(length)
  })
  const place = (name: Section) => places.get(name) ?? { at: 0, length: 0 }
  const bytes = (name: Section) => new Uint8Array(buffer, place(name).at, place(name).length)
  const numbers = (name: Section) => new Uint32Array(buffer, place(name).at, place(name).length / 4)
  return {
    bundles: bytes('bundles'),
    keyOffsets: numbers('keyOffsets'),
    keys: bytes('keys'),
    prominence: bytes('prominence'),
    nameEntities: numbers('nameEntities'),
    nameWordOffsets: numbers('nameWordOffsets'),
    nameWords: numbers('nameWords'),
    wordOffsets: numbers('wordOffsets'),
    words: new Uint16Array(buffer, place('words').at, place('words').length / 2),
    wordNameOffsets: numbers('wordNameOffsets'),
    wordNames: numbers('wordNames'),
  }
}

const aligned = (length: number): number => Math.ceil(length / 4) * 4
