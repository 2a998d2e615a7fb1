/**
 * The sizes that a reader accepts, in one place; docs/bundle-format.md states them and why. A bundle
 * beyond one of them is refused as a whole: the command line refuses to build it, so no honest
 * publisher meets them here.
 */

const KIB = 1024
const MIB = 1024 * KIB

/** Bytes of `bundle.json`: 512 part entries and a page of keys fit in a quarter of a mebibyte. */
export const MAX_MANIFEST_BYTES = 256 * KIB

/** Bytes of one part as sent: WebCrypto cannot hash a stream, so a part is held whole before it is trusted. */
export const MAX_PART_BYTES = 4 * MIB

/** Bytes of one part once decompressed. */
export const MAX_PART_RAW_BYTES = 32 * MIB

/** Decompressed over compressed bytes; records compress about 3 to 12 times, a gzip bomb 1,000 times. */
export const MAX_COMPRESSION_RATIO = 64

/** Parts of one generation. */
export const MAX_PARTS = 512

/** Deltas of one generation: 30 adjacent ones and those that skip, with room. */
export const MAX_DELTAS = 64

/** Entities of one bundle. */
export const MAX_ENTITIES = 2_000_000

/** Aliases of one bundle, names included. */
export const MAX_ALIASES = 10_000_000

/** Nesting of any JSON of a bundle: a record needs four levels; deep nesting is an attack on the stack. */
export const MAX_JSON_DEPTH = 16

/** UTF-8 bytes of one record line. */
export const MAX_RECORD_BYTES = 64 * KIB

/** UTF-16 units of a name or alias: one letter would be found everywhere, nothing real is longer. */
export const MIN_NAME_LENGTH = 2
export const MAX_NAME_LENGTH = 200

/** Names and aliases of one entity, each. */
export const MAX_NAMES = 200

/** Statements, events, relations and sources of one entity, each. */
export const MAX_FACTS = 500

/** UTF-16 units of a value, a description or a title. */
export const MAX_TEXT_LENGTH = 2_000

/** UTF-16 units of an address. */
export const MAX_URL_LENGTH = 2_048

/** UTF-16 units of a bundle's title or publisher: one line on the confirm page. */
export const MAX_TITLE_LENGTH = 120

/** Context words of one entity. */
export const MAX_CONTEXT = 200

/** Identifiers of one entity. */
export const MAX_IDENTIFIERS = 50
