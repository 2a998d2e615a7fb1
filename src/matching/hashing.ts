import { WORD } from '../text/characters.ts'
import type { TokenReader } from '../text/token-reader.ts'

const UNDERSCORE = 0x5f

/**
 * Hashes of tokens. The multipliers come from a seed drawn anew for each build, and every unit of a token takes
 * part: nobody can prepare a page or a bundle whose words collide. Whatever a hash finds is compared with the text
 * before it counts.
 */
export interface Multipliers {
  /** For the first, second and third four units of a word, and for all that follow. */
  readonly first: number
  readonly second: number
  readonly third: number
  readonly rest: number
  readonly final: number
  /** Chains the hashes of tokens into that of a prefix. */
  readonly path: number
  /** Spreads the hash of a lone token, case included. */
  readonly single: number
  /** Says for which byte a letter that is not in ASCII counts. */
  readonly letter: number
  /** Hashes the pieces of names. */
  readonly piece: number
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
    letter: next(),
    piece: next(),
  }
}

/** Set in a token's hash where the token does not begin with a capital. */
export const LOWER_BIT = 1

/**
 * The byte for which a folded unit counts in a hash. ASCII keeps its identity; of other letters six bits remain,
 * drawn anew with each seed: were they fixed, words of letters that share them could be prepared by the million.
 * Bit 5 is set, as in all lower-case letters.
 */
export function hashByteOf(by: Multipliers, unit: number): number {
  if (unit < 0x80) return unit | 0x20
  const bits = Math.imul(unit, by.letter) >>> 26
  return 0xa0 | (bits & 0x1f) | ((bits & 0x20) << 1)
}

/** The hash of a prefix that is one token longer; tokens without their case. */
export const extended = (prefix: number, token: number, multiplier: number): number =>
  (Math.imul(prefix, multiplier) + token) | 0

/** The hash of the token that a reader has just read. */
export function hashOfToken(by: Multipliers, token: TokenReader): number {
  const { units, length } = token
  if (token.kind !== WORD) return hashOfSingle(by, token.key().codePointAt(0) as number)
  // The fast path tells a capital by its sixth bit, which is clear in the underscore too.
  return hashOfUnits(by, units, length, token.uppers[0] === 1 || units[0] === UNDERSCORE)
}

/** The hash of an ideograph or a mark of punctuation, given the folded code point. */
export function hashOfSingle(by: Multipliers, codePoint: number): number {
  if (codePoint >= 0x80) return finished(by, Math.imul(codePoint, by.first), false)
  return finished(
    by,
    withGroup(withGroup(Math.imul(codePoint | 0x20, by.first), 0, by.second), 0, by.third),
    false,
  )
}

/**
 * A hash of the token that a reader has just read in which each unit counts in full. Too slow for a scan; a build
 * tells by it words that the other hash does not tell apart.
 */
export function wholeHashOf(
  by: Multipliers,
  { units, length }: Pick<TokenReader, 'units' | 'length'>,
): number {
  let hash = by.rest
  for (let index = 0; index < length; index++) hash = withGroup(hash, units[index] as number, by.rest)
  return hash
}

/** How many units of a word its first three groups take; most words have no more. */
export const GROUPED_UNITS = 12

/** The hash of a word, given its folded units, four at a time. */
export function hashOfUnits(by: Multipliers, units: Uint16Array, length: number, capital: boolean): number {
  const groupAt = (at: number) => groupOf(by, units, at, length)
  let hash = withGroup(
    withGroup(Math.imul(groupAt(0), by.first), groupAt(4), by.second),
    groupAt(8),
    by.third,
  )
  for (let at = GROUPED_UNITS; at < length; at += 4) hash = withGroup(hash, groupAt(at), by.rest)
  return finished(by, hash, capital)
}

/** Takes in one more group of up to four units. */
export const withGroup = (hash: number, group: number, multiplier: number): number =>
  Math.imul(hash ^ (hash >>> 15) ^ group, multiplier)

/** The hash of a token from that of its groups. */
export function finished(by: Multipliers, hash: number, capital: boolean): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), by.final)
  return capital ? mixed & ~LOWER_BIT : mixed | LOWER_BIT
}

/** Up to four units from a place on, the first in the lowest byte. */
function groupOf(by: Multipliers, units: Uint16Array, at: number, length: number): number {
  let group = 0
  for (let index = Math.min(at + 4, length) - 1; index >= at; index--)
    group = (group << 8) | hashByteOf(by, units[index] as number)
  return group
}
