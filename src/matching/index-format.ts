/**
 * The form of an index: one buffer of a header and eleven sections, all numbers little endian. It is read in
 * place through typed arrays; nothing is parsed but a few lines of JSON. docs/adr/0002-matching-engine.md
 * tells why it is so.
 */

/** "BGNX" in the first four bytes. */
export const MAGIC = 0x584e4742
/** Raised whenever an older index cannot be read any more: then it is built anew. */
export const FORMAT_VERSION = 2

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
  /** The shape of the table of nodes. */
  tableHigh: 9,
  tableLow: 10,
  sections: 11,
} as const

/** The sections in their order. */
export const SECTIONS = [
  /** Bloom filter of the first two tokens of names, in words of 32 bits; a power of two of them. */
  'pairFilter',
  /** Bloom filter of the names of one token, likewise. */
  'singleFilter',
  /** Bloom filter of the names of two tokens, and of the first three tokens of longer ones, likewise. */
  'entryFilter',
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

/**
 * How one node fits 32 bits: `NODE_MORE`, `NODE_LOOK_ON`, some bits of the prefix's hash, and a name's
 * number plus one or 0.
 */
export interface NodeShape {
  readonly nameBits: number
  readonly nameMask: number
  readonly hashMask: number
}

/** Set in a packed node below which longer names lie. */
export const NODE_MORE = 1 << 31
/** Set where another node that looks alike is to be found further on: a look-up may not stop here. */
export const NODE_LOOK_ON = 1 << 30

/** The shape of nodes for a number of names. */
export function nodeShapeFor(names: number): NodeShape {
  const nameBits = 32 - Math.clz32(names)
  const nameMask = 2 ** nameBits - 1
  return { nameBits, nameMask, hashMask: 0x3fffffff & ~nameMask }
}

/** The size of a node table: `high` shifted left by `low`, so that `slotOf` needs whole numbers of 32 bits only. */
export interface TableShape {
  readonly high: number
  readonly low: number
}

/** The shape of the smallest table with at least so many slots. */
export function tableShapeFor(slots: number): TableShape {
  const low = Math.max(0, Math.ceil(Math.log2(slots / 0xffff)))
  return { high: Math.max(1, Math.ceil(slots / 2 ** low)), low }
}

/** Where a look-up of a hash begins: the upper half of the hash scaled to `high`, then `low` bits of the lower half. */
export const slotOf = (key: number, { high, low }: TableShape): number =>
  ((Math.imul(key >>> 16, high) >>> 16) << low) | ((key & 0xffff) >>> (16 - low))

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
  // Each step can be undone, so that no change of one sum is lost.
  return Math.imul(Math.imul(Math.imul(one, 3) ^ two, 5) ^ three, 7) ^ four
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
