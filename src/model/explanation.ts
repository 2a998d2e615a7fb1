import type { AliasKind } from './entity.ts'
import type { EntityRef } from './ids.ts'
import type { MentionVia } from './mention.ts'

/**
 * Why a page is believed to mean an entity: the text spells the name out (`definition`), names it in full
 * elsewhere (`named`) or before a short mention (`licensed`), names what it is related to (`related`) or other
 * entities of the field (`company`), has words of its context (`context`), or one of its titles stands beside it (`title`).
 */
export const EVIDENCE_KINDS = [
  'definition',
  'named',
  'licensed',
  'related',
  'context',
  'title',
  'company',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Why a sense was not taken; `unsupported` and `outweighed` by weight, all others by the words around it. */
export const REJECTIONS = [
  'somebody-else',
  'another-office',
  'other-version',
  'larger-name',
  'yet-to-come',
  'not-named-before',
  'defined-otherwise',
  'place',
  'unsupported',
  'outweighed',
] as const
export type Rejection = (typeof REJECTIONS)[number]

/** Something that a reader can be shown: an entity by its display name, or a word of the text. */
export type Seen = { readonly entity: EntityRef; readonly name: string } | { readonly word: string }

/** One reason with its weight, from 0 to 1. */
export interface ExplainedEvidence {
  readonly kind: EvidenceKind
  readonly weight: number
  /** What was seen on the page. */
  readonly seen?: Seen
}

/** Why a sense was taken or not. Weights are from 0 to 1; `support` is their sum, each kind within its bounds. */
export interface ExplainedSense {
  readonly entity: EntityRef
  /** Its display name. */
  readonly name: string
  /** The name of the bundle that fits, and its kind. */
  readonly alias: string
  readonly aliasKind: AliasKind
  /** What that name alone is worth. */
  readonly worth: number
  readonly evidence: readonly ExplainedEvidence[]
  readonly support: number
}

/** A sense that was considered and not taken. */
export interface ExplainedRejection extends ExplainedSense {
  readonly reason: Rejection
}

/** The reasons behind a mention, or behind silence where `chosen` is empty; several are chosen where it is ambiguous. */
export interface Explanation {
  /** UTF-16 units into the block, end exclusive. */
  readonly start: number
  readonly end: number
  readonly surface: string
  /** The rule by which it was recognised; absent where it was left alone. */
  readonly via?: MentionVia
  /** The support from which on a name is linked. */
  readonly linkedFrom: number
  readonly chosen: readonly ExplainedSense[]
  readonly rejected: readonly ExplainedRejection[]
}
