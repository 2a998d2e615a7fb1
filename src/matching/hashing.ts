import { WORD } from '../text/characters.ts'
import type { TokenReader } from '../text/token-reader.ts'

const UNDERSCORE = 0x5f

/**
 * Hashes of tokens. Words are hashed four bytes at a time, so a word is one or two steps. The multipliers
 * come from a seed drawn anew for each build: nobody can prepare a page or a bundle whose words collide.
 * Everything that a hash finds is compared with the text before it counts.
 */
export interface Multipliers {
  readonly first: number
  readonly second: number
  readonly third: number
  readonly rest: number
  readonly final: number
  /** Chains the hashes of tokens into that of a prefix. */
  readonly path: number
  /** Spreads the hash of a lone token, case included. */
  readonly single: number
}

/** The multipliers of a seed: odd, so that multiplying loses nothing. */
export function multipliersOf(seed: number): Multipliers {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 1
  }
  return {
    first: next(),
    second: next(),
    third: next(),
    rest: next(),
    final: next(),
    path: next(),
    single: next(),
  }
}

/** Set in a token's hash where the token does not begin with a capital. */
export const LOWER_BIT = 1

/**
 * The byte for which a folded unit counts in a hash. ASCII keeps its identity; of other letters six bits
 * remain, enough to tell apart the letters of each alphabet. Bit 5 is set, as in all lower-case letters.
 */
export const hashByteOf = (unit: number): number =>
  unit < 0x80 ? unit | 0x20 : 0xa0 | (unit & 0x1f) | ((unit & 0x20) << 1)

/** The hash of the token that a reader has just read. */
export function hashOfToken(by: Multipliers, token: TokenReader): number {
  const { units, length } = token
  if (token.kind !== WORD) return hashOfSingle(by, token.key().codePointAt(0) as number)
  // The fast path tells a capital by its sixth bit, which is clear in the underscore too.
  return hashOfUnits(by, units, length, token.uppers[0] === 1 || units[0] === UNDERSCORE)
}

/** The hash of an ideograph or a mark of punctuation, given the folded code point. */
export function hashOfSingle(by: Multipliers, codePoint: number): number {
  return finished(by, Math.imul(codePoint < 0x80 ? hashByteOf(codePoint) : codePoint, by.first), false)
}

/** How many units of a word its first three groups take; most words have no more. */
export const GROUPED_UNITS = 12

/** The hash of a word, given its folded units. */
function hashOfUnits(by: Multipliers, units: Uint16Array, length: number, capital: boolean): number {
  let hash =
    (Math.imul(groupAt(units, 0, length), by.first) +
      Math.imul(groupAt(units, 4, length), by.second) +
      Math.imul(groupAt(units, 8, length), by.third)) |
    0
  for (let at = GROUPED_UNITS; at < length; at += 4) hash = withGroup(by, hash, groupAt(units, at, length))
  return finished(by, hash, capital)
}

/** Takes in one more group of up to four units. */
export const withGroup = (by: Multipliers, hash: number, group: number): number =>
  Math.imul(hash ^ (hash >>> 15) ^ group, by.rest)

/** The hash of a token from the sum of its groups. */
export function finished(by: Multipliers, hash: number, capital: boolean): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), by.final)
  return capital ? mixed & ~LOWER_BIT : mixed | LOWER_BIT
}

/** Up to four units from a place on, the first in the lowest byte. */
function groupAt(units: Uint16Array, at: number, length: number): number {
  let group = 0
  for (let index = Math.min(at + 4, length) - 1; index >= at; index--)
    group = (group << 8) | hashByteOf(units[index] as number)
  return group
}
