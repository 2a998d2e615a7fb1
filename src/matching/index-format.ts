/**
 * The form of an index: one buffer of a header and ten sections, all numbers little endian. It is read in
 * place through typed arrays; nothing is parsed but a few lines of JSON. docs/adr/0002-matching-engine.md
 * tells why it is so.
 */

/** "BGNX" in the first four bytes. */
export const MAGIC = 0x584e4742
/** Raised whenever an older index cannot be read any more: then it is built anew. */
export const FORMAT_VERSION = 1

/** What each number of the header is; sections follow as pairs of offset and length in bytes. */
export const HEADER = {
  magic: 0,
  version: 1,
  byteLength: 2,
  checksum: 3,
  seed: 4,
  names: 5,
  entities: 6,
  pieces: 7,
  /** The most tokens that a look-up follows. */
  depth: 8,
  sections: 9,
} as const

/** The sections in their order. */
export const SECTIONS = [
  /** Bloom filter of the first two tokens of names, in words of 32 bits; a power of two of them. */
  'pairFilter',
  /** Bloom filter of the names of one token, likewise. */
  'singleFilter',
  /** The hash table of prefixes: see `packNode`. */
  'nodes',
  /** For each eight names: where they begin in `nameRecords`, and the entity of the first of them. */
  'nameBlocks',
  'nameRecords',
  /** Where each piece of text begins in `pieceBytes`; one more than there are pieces. */
  'pieceStarts',
  'pieceBytes',
  /** For each eight entities: where they begin in `entityRecords`. */
  'entityBlocks',
  'entityRecords',
  /** JSON: the bundles, and what names have in common. */
  'profiles',
] as const

export type SectionName = (typeof SECTIONS)[number]

/** How many bytes the header takes. */
export const HEADER_BYTES = (HEADER.sections + 2 * SECTIONS.length) * 4

/** Names, or entities, that share a block: a look-up passes seven records at most. */
export const BLOCK_SHIFT = 3

/** Set in the head of a name's record where its entity is the one after that of the name before. */
export const NEW_ENTITY_BIT = 1
/** Set where another name is the same word for word; how many numbers further on follows. */
export const NEXT_NAME_BIT = 2
/** What remains of the head is the number of the profile. */
export const PROFILE_SHIFT = 2

/** Set in the head of an entity's record whose id is one piece, not several in lower case with hyphens between. */
export const RAW_ID_BIT = 1

/** How one node fits 32 bits: `NODE_MORE`, some bits of the prefix's hash, and a name's number plus one or 0. */
export interface NodeShape {
  readonly nameBits: number
  readonly nameMask: number
  readonly hashMask: number
}

/** Set in a packed node below which longer names lie. */
export const NODE_MORE = 1 << 31

/** The shape of nodes for a number of names. */
export function nodeShapeFor(names: number): NodeShape {
  const nameBits = 32 - Math.clz32(names)
  const nameMask = 2 ** nameBits - 1
  return { nameBits, nameMask, hashMask: 0x7fffffff & ~nameMask }
}

/** A checksum of all that follows the header's checksum: finds damage, not malice. */
export function checksumOf(words: Int32Array): number {
  let one = 1
  let two = 2
  let three = 3
  let four = 4
  let index = HEADER.checksum + 1
  // Four sums side by side: each step waits for the one before, and so only for a quarter of the steps.
  for (; index + 3 < words.length; index += 4) {
    one = Math.imul(one ^ (words[index] as number), 0x01000193)
    two = Math.imul(two ^ (words[index + 1] as number), 0x01000193)
    three = Math.imul(three ^ (words[index + 2] as number), 0x01000193)
    four = Math.imul(four ^ (words[index + 3] as number), 0x01000193)
  }
  for (; index < words.length; index++) one = Math.imul(one ^ (words[index] as number), 0x01000193)
  return one ^ (two << 1) ^ (three << 2) ^ (four << 3)
}

/** What names have in common: one of these for each combination that occurs. */
export interface NameProfile {
  readonly lang: string
  readonly kind: number
  readonly exact: boolean
  readonly ambiguous: boolean
  /** A single word that must begin with a capital in the text. */
  readonly needsCapital: boolean
  /** Holds characters that cannot be compared one by one. */
  readonly intricate: boolean
}

/** The content of the section `profiles`. */
export interface Profiles {
  readonly bundles: readonly string[]
  readonly names: readonly NameProfile[]
}
