import type { EntityKind } from './entity.ts'
import type { EntityRef } from './ids.ts'

/** How a mention was recognised. */
export const MENTION_VIAS = ['name', 'acronym', 'surname', 'short', 'role', 'definition', 'version'] as const
export type MentionVia = (typeof MENTION_VIAS)[number]

/** Why the holder of a position was chosen: in office at the date, or meant by "former", "then-", "-elect"; `none`: nobody is asserted. */
export const HOLDER_BASES = ['date', 'former', 'then', 'elect', 'none'] as const
export type HolderBasis = (typeof HOLDER_BASES)[number]

/** A stretch of text that names an entity. Offsets are UTF-16 units into its block, end exclusive. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** The text as it stands on the page. */
  readonly surface: string
  /** Whom it means; null where the evidence does not decide: then `candidates` are the senses to offer. */
  readonly entity: EntityRef | null
  readonly candidates?: readonly EntityRef[]
  /** The entity's display name, or the surface where the mention is ambiguous. */
  readonly name: string
  readonly type: EntityKind
  readonly via: MentionVia
  /** From 0 to 1: how strongly the evidence supports the choice. */
  readonly score: number
  /** A position's holder at the date, where exactly one is known. */
  readonly holder?: EntityRef
  /** The holders that come into question, where the date does not decide. */
  readonly holders?: readonly EntityRef[]
  readonly holderBasis?: HolderBasis
  /** True where a name of the reader's own was recognised: it is listed, and painted only where the reader agreed. */
  readonly own?: true
}

/** A quiet remark: the text ties an entity to a date that the bundle contradicts. Offsets as in Mention. */
export interface Hint {
  readonly start: number
  readonly end: number
  readonly entity: EntityRef
  readonly textSays: string
  readonly bundleSays: string
  /** The id of the source that the bundle cites. */
  readonly source: string
}

/** A block of running text of a page or document; nothing is recognised across two blocks. */
export interface TextBlock {
  readonly text: string
  /** BCP 47, where the page declares it. */
  readonly lang?: string | undefined
}

/** What is to be recognised: a whole page, or the changed part of one. */
export interface RecogniseInput {
  readonly blocks: readonly TextBlock[]
  /** Context only: it licenses later short mentions but has no offsets. */
  readonly title?: string | undefined
  readonly lang?: string | undefined
  /** The article's date (EDTF), where it is known. */
  readonly date?: string | undefined
  /** Entities that earlier parts of the page named in full. */
  readonly established?: readonly EntityRef[] | undefined
}

/** What was recognised, block by block in the order of the input. */
export interface Recognition {
  readonly blocks: readonly { readonly mentions: readonly Mention[]; readonly hints: readonly Hint[] }[]
  /** Entities named in full so far: `established` of the next request of the same page. */
  readonly established: readonly EntityRef[]
}
