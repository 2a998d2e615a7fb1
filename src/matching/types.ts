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
  /** Leftmost-longest candidates of a text, in order, without overlaps. */
  scan(text: string): Candidate[]
  /** Every candidate of a text, nested and overlapping ones included, by start, the longest first. */
  scanAll(text: string): Candidate[]
  /**
   * The candidates of `scan` in slices: each step reads about `units` UTF-16 units and yields what it found,
   * perhaps nothing. The caller may pause between steps or stop at any time.
   */
  scanSlices(text: string, units: number): Generator<readonly Candidate[], void>
}
