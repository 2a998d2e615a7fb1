import type { AliasKind } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'

/** One name to be recognised, with what linking needs to judge it. */
export interface IndexedName {
  readonly text: string
  /** BCP 47. */
  readonly lang: string
  readonly kind: AliasKind
  /**
   * `exact`: only with the same capitals as in `text`; `folded`: any case, but a single word that begins
   * with a capital in `text` must begin with one on the page ("Ban" never fits "ban").
   */
  readonly caseRule: 'exact' | 'folded'
  readonly ambiguous: boolean
  readonly entity: EntityRef
}

/** A stretch of text that one or more names fit. Offsets are UTF-16 units into the scanned text, end exclusive. */
export interface Candidate {
  readonly start: number
  readonly end: number
  /** Numbers of the fitting names, lowest first: `index.name(number)` tells each. Never empty. */
  readonly names: readonly number[]
}

/** Takes over the tokens of a text as a scan reads them, so that nobody need read it again to find its words. */
export interface TokenSink {
  /**
   * The next `count` tokens: where each begins (UTF-16 units into the text) and its hash. The lowest bit of a hash
   * is 0 where the token begins with a capital; without it equal words have equal hashes, of one index. The arrays
   * are the scanner's own and change with its next step.
   */
  take(starts: Int32Array, hashes: Int32Array, count: number): void
}

/** Why a buffer is not a usable index. */
export type IndexError = 'foreign' | 'version' | 'truncated' | 'corrupt'

/** An opened index: read only, safe to share between scans. */
export interface NameIndex {
  /** How many names it holds. */
  readonly size: number
  /**
   * The name behind a number of a candidate. Numbers follow the order in which the names were given to
   * `buildIndex`, from 0. Throws a RangeError for any other number.
   */
  name(number: number): IndexedName
  /** Leftmost-longest candidates of a text, in order, without overlaps; `tokens` is given all its tokens. */
  scan(text: string, tokens?: TokenSink): Candidate[]
  /** Every candidate of a text, nested and overlapping ones included, by start, the longest first. */
  scanAll(text: string): Candidate[]
  /**
   * The candidates of `scan` in slices: each step reads about `units` UTF-16 units and yields what it found,
   * perhaps nothing. The caller may pause between steps or stop at any time.
   */
  scanSlices(text: string, units: number): Generator<readonly Candidate[], void>
  /** The hash that a sink is told for the first token of a text, with its lowest bit set; 0 where there is none. */
  hashOf(text: string): number
}
