import { PackedNumbers, READ_BEHIND } from './packed-numbers.ts'

/**
 * The encoded search index: a header of 32-bit words, then its sections one after the other. It is searched as it lies, so
 * it is held as small as it can be: numbers have the bytes that the largest of their section needs, letters mostly one,
 * and what can be counted up from a few neighbours is not written for each. It is a cache of this extension's own
 * making: never foreign data, dropped where its mark or its version is another.
 */
const MARK = 0x53474b42
const VERSION = 3

/** Entities whose keys follow each other, each written by what it does not share with the one before it. */
export const KEYS_IN_BLOCK = 16

/** Names whose entity and words are counted up from the first of them. */
export const NAMES_IN_BLOCK = 8

/** In the shape of a name: that it is the first of its entity; the rest is how many words it has. */
export const FIRST_NAME = 0x80

/** The most words of a name that are searched; a name of two hundred letters has a hundred at most. */
export const MOST_NAME_WORDS = FIRST_NAME - 1

/** The sections in their order; those of offsets have one entry more than there are things. */
export const SECTIONS = [
  /** UTF-8: the ids of the bundles, one a line. */
  'bundles',
  /** Where each block of keys begins in `keys`. */
  'keyBlocks',
  /**
   * Of each entity the number of its bundle, a slash, its id: how many bytes it shares with the key before it in its block, how
   * many follow, and those.
   */
  'keys',
  /** How much is known of each entity, 0 to 15: the tie-break between equal names. */
  'prominence',
  /** The UTF-16 units that words written in bytes are made of. */
  'letters',
  /** All words, sorted by their UTF-16 units; each as the places of its letters, or wide. */
  'words',
  /** A bit for each word: that it has a unit which is no letter, and is written in units of two bytes. */
  'wideWords',
  /** Where each word begins in `words`, in bytes. */
  'wordOffsets',
  /** Where each word's names begin in `wordNames`. */
  'wordNameOffsets',
  /** The names of each word, ascending. */
  'wordNames',
  /**
   * Of each name how many words it has, and whether it is its entity's first. Names of an entity follow each other, as
   * `distinctNames` gives them: their texts are in its record.
   */
  'nameShapes',
  /** The entity of the first name of each block. */
  'blockEntities',
  /** Where the words of the first name of each block begin in `nameWords`. */
  'blockWords',
  /** The words of each name in their order, as numbers. */
  'nameWords',
] as const

export type Section = (typeof SECTIONS)[number]

/** How long a section is, in bytes, and how many bytes each of its numbers has; 1 for bytes. */
export interface SectionSize {
  readonly bytes: number
  readonly width: number
}

/** How each section is read. */
export interface SearchSections {
  readonly bundles: Uint8Array
  readonly keyBlocks: PackedNumbers
  readonly keys: Uint8Array
  readonly prominence: Uint8Array
  readonly letters: Uint16Array
  readonly wideWords: Uint8Array
  readonly wordOffsets: PackedNumbers
  readonly words: Uint8Array
  readonly wordNameOffsets: PackedNumbers
  readonly wordNames: PackedNumbers
  readonly nameShapes: Uint8Array
  readonly blockEntities: PackedNumbers
  readonly blockWords: PackedNumbers
  readonly nameWords: PackedNumbers
}

const HEADER_WORDS = 2 + 2 * SECTIONS.length

/** The bytes of the header. */
export const HEADER_BYTES = HEADER_WORDS * 4

/**
 * Encodes sections piece by piece: a large index is never held as a whole beside what it is made of. A piece is of use until
 * the next is asked for.
 */
export function* encodedPieces(
  sizes: Readonly<Record<Section, SectionSize>>,
  piecesOf: (section: Section) => Iterable<Uint8Array<ArrayBuffer>>,
): Generator<Uint8Array<ArrayBuffer>> {
  const header = new Uint32Array(HEADER_WORDS)
  header.set([MARK, VERSION, ...SECTIONS.flatMap((section) => [sizes[section].bytes, sizes[section].width])])
  yield new Uint8Array(header.buffer)
  for (const section of SECTIONS) yield* piecesOf(section)
  yield new Uint8Array(READ_BEHIND)
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
  const sizes = sizesIn(head)
  return sizes?.reduce((sum, { bytes }) => sum + bytes, HEADER_BYTES + READ_BEHIND)
}

function sizesIn(head: ArrayBuffer): SectionSize[] | undefined {
  if (head.byteLength < HEADER_BYTES) return undefined
  const [mark, version, ...told] = new Uint32Array(head, 0, HEADER_WORDS)
  if (mark !== MARK || version !== VERSION) return undefined
  return SECTIONS.map((_, index) => ({ bytes: told[2 * index] ?? 0, width: told[2 * index + 1] ?? 1 }))
}

/** The sections of a buffer, which they share; undefined where it is none of this version. */
export function decodeSections(buffer: ArrayBuffer): SearchSections | undefined {
  const sizes = sizesIn(buffer)
  if (!sizes || sizeToldBy(buffer) !== buffer.byteLength) return undefined
  let at = HEADER_BYTES
  const places = new Map<Section, SectionSize & { readonly from: number }>()
  SECTIONS.forEach((section, index) => {
    const size = sizes[index] ?? { bytes: 0, width: 1 }
    places.set(section, { ...size, from: at })
    at += size.bytes
  })
  const place = (section: Section) => places.get(section) ?? { from: 0, bytes: 0, width: 1 }
  const bytes = (section: Section) => new Uint8Array(buffer, place(section).from, place(section).bytes)
  const numbers = (section: Section) =>
    new PackedNumbers(buffer, place(section).from, place(section).bytes, place(section).width)
  return {
    bundles: bytes('bundles'),
    keyBlocks: numbers('keyBlocks'),
    keys: bytes('keys'),
    prominence: bytes('prominence'),
    letters: new Uint16Array(bytes('letters').slice().buffer),
    wideWords: bytes('wideWords'),
    wordOffsets: numbers('wordOffsets'),
    words: bytes('words'),
    wordNameOffsets: numbers('wordNameOffsets'),
    wordNames: numbers('wordNames'),
    nameShapes: bytes('nameShapes'),
    blockEntities: numbers('blockEntities'),
    blockWords: numbers('blockWords'),
    nameWords: numbers('nameWords'),
  }
}
