import { ENTRIES } from '../text/character-table.ts'
import {
  classOf,
  DIGIT_BIT,
  foldOf,
  IDEOGRAPH,
  LINE_BREAK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  UPPER_BIT,
  WORD,
} from '../text/characters.ts'
import { hashByteOf, type Multipliers } from './hashing.ts'

/**
 * The tokeniser works on one byte per UTF-16 unit. Text that is all ASCII is taken over as it is; other
 * units are folded into ASCII where that says it all (é, ’, a no-break space), letters of other scripts
 * become a byte from 0x80 on that depends on the seed, and the rest is told by one of the following.
 */

/** A character that needs its neighbours to be understood: soft hyphens, marks, ß, surrogates. */
export const JOINING_BYTE = 1
/** An ideograph or a symbol: a token of its own. */
export const WIDE_BYTE = 2
/** A line or paragraph break that is not in ASCII. */
const BREAK_BYTE = 3
const SPACE_BYTE = 0x20
const STOP_BYTE = 0x2e

const REPLACEMENT = 0xfffd

const MAYBE_INITIAL = 1
const NEVER_PLAIN = 2

/** The bytes of all units but the letters that are not in ASCII, and these letters. */
const FIXED_BYTES = new Uint8Array(ENTRIES.length)
const LETTERS: Uint16Array = fillFixedBytes()

/**
 * Whether a token is plain, by its first byte and the byte after that: the two looked up and put together
 * with "and" give 0 for plain tokens. A letter before a stop may be an initial, which is not.
 */
export const FIRST_BYTE_FLAGS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  firstByteFlags(byte),
)
export const SECOND_BYTE_FLAGS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === STOP_BYTE ? MAYBE_INITIAL | NEVER_PLAIN : NEVER_PLAIN,
)

/**
 * For two bytes at once (little endian): bits 31-30 say which of them belong to words, bits 15-14 which are
 * tokens of their own. Shifted and added up, eight look-ups tell of sixteen bytes.
 */
export const PAIR_CLASSES: Uint32Array = pairClasses()

/** The byte of each UTF-16 unit. */
export function unitBytesOf(by: Multipliers): Uint8Array {
  const bytes = FIXED_BYTES.slice()
  for (const unit of LETTERS) {
    const entry = ENTRIES[unit] as number
    bytes[unit] = hashByteOf(by, foldOf(entry)) & (entry & UPPER_BIT ? ~0x20 : -1)
  }
  return bytes
}

/** Gives the letters that it leaves out. */
function fillFixedBytes(): Uint16Array {
  const letters: number[] = []
  for (let unit = 0; unit < ENTRIES.length; unit++) {
    const byte = fixedByteOf(ENTRIES[unit] as number, unit)
    if (byte === undefined) letters.push(unit)
    else FIXED_BYTES[unit] = byte
  }
  return Uint16Array.from(letters)
}

function fixedByteOf(entry: number, unit: number): number | undefined {
  if (unit < 0x80) return unit
  // In its place a lone half of a surrogate pair may stand in the text: UTF-8 has no other way to tell it.
  if (unit === REPLACEMENT) return JOINING_BYTE
  const fold = foldOf(entry)
  switch (classOf(entry)) {
    case WORD:
      if (fold >= 0x80) return undefined
      return entry & UPPER_BIT ? fold & ~0x20 : fold
    case OTHER:
      return fold < 0x80 ? fold : WIDE_BYTE
    case IDEOGRAPH:
      return WIDE_BYTE
    case SEPARATOR:
      return SPACE_BYTE
    case LINE_BREAK:
    case PARAGRAPH_BREAK:
      return BREAK_BYTE
    default:
      return JOINING_BYTE
  }
}

function isWordByte(byte: number): boolean {
  return byte >= 0x80 || classOf(ENTRIES[byte] as number) === WORD
}

function firstByteFlags(byte: number): number {
  if (isWordByte(byte)) return byte < 0x80 && (ENTRIES[byte] as number) & DIGIT_BIT ? 0 : MAYBE_INITIAL
  if (byte <= BREAK_BYTE) return NEVER_PLAIN
  const characterClass = classOf(ENTRIES[byte] as number)
  return characterClass === LINE_BREAK || characterClass === PARAGRAPH_BREAK ? NEVER_PLAIN : 0
}

/** Bit 31 for a byte of a word, bit 15 for a token of its own, none for separators. */
function classBitsOf(byte: number): number {
  if (isWordByte(byte)) return 1 << 31
  return classOf(ENTRIES[byte] as number) === SEPARATOR ? 0 : 1 << 15
}

function pairClasses(): Uint32Array {
  const bits = Array.from({ length: 256 }, (_, byte) => classBitsOf(byte))
  const pairs = new Uint32Array(0x10000)
  for (let second = 0; second < 256; second++) {
    const late = (bits[second] as number) >>> 1
    for (let first = 0; first < 256; first++) pairs[(second << 8) | first] = (bits[first] as number) | late
  }
  return pairs
}
