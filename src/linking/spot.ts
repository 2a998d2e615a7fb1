import type { AliasKind } from '../model/entity.ts'
import type { Rejection } from '../model/explanation.ts'
import type { MentionVia } from '../model/mention.ts'
import type { NameForm } from './name-form.ts'
import type { PageBlock } from './page-block.ts'
import type { EntityView } from './view.ts'

/** One entity that a stretch of text may mean. */
export interface Sense {
  readonly view: EntityView
  /** The kind of the strongest name that fits. */
  readonly kind: AliasKind
  /** That name as the record has it; for generic forms the display name. */
  readonly name: string
  readonly via: MentionVia
  /** What the name alone is worth, from 0 to 1 (weights.ts). */
  readonly worth: number
  /** Key of the person of whom a sentence with "he" or "she" says that the office was theirs, where an earlier one names them. */
  readonly bearer?: string
}

/** A stretch of text that names something known. Offsets are UTF-16 units into its block. */
export interface Spot {
  readonly block: PageBlock
  readonly start: number
  readonly end: number
  /** Never empty. */
  readonly senses: readonly Sense[]
  /** Shorter names inside it, to fall back on; read when first asked for. */
  readonly inner: readonly Spot[]
  /** How it is written, where that is the form of a name. */
  readonly form?: NameForm
  /** Why senses are not meant here, by the words around it; kept by surroundings.ts once told. */
  against?: ReadonlyMap<Sense, Rejection>
}

export const NO_SPOTS: readonly Spot[] = []

/** The spots of a block, and which of them is meant (or holds what is meant). */
export interface SpotPlace {
  readonly spots: readonly Spot[]
  readonly index: number
}

/** The text of a spot as it stands on the page. */
export const surfaceOf = ({ form, block, start, end }: Spot): string =>
  form ? form.surface : block.text.slice(start, end)
