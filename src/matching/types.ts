import type { AliasKind } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'

/** One name to be recognised, with what linking needs to judge it. */
export interface IndexedName {
  readonly text: string
  /** BCP 47. */
  readonly lang: string
  readonly kind: AliasKind
  /** `exact`: only as written, or wholly in capitals; `folded`: any case. */
  readonly caseRule: 'exact' | 'folded'
  readonly ambiguous: boolean
  readonly entity: EntityRef
}

/** A stretch of text that one or more names fit. Offsets are UTF-16 units into the scanned text, end exclusive. */
export interface Candidate {
  readonly start: number
  readonly end: number
  /** Numbers of the fitting names: `index.name(number)` tells each. Never empty. */
  readonly names: readonly number[]
}

/** Why a buffer is not a usable index. */
export type IndexError = 'foreign' | 'version' | 'truncated' | 'corrupt'

/** An opened index: read only, safe to share between scans. */
export interface NameIndex {
  /** How many names it holds. */
  readonly size: number
  /** The name behind a number of a candidate. */
  name(number: number): IndexedName
  /** Leftmost-longest candidates of a text, in order, without overlaps. */
  scan(text: string): Candidate[]
}
