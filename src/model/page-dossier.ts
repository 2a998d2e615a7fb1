import type { EntityKind } from './entity.ts'
import type { EntityRef } from './ids.ts'
import type { MentionVia } from './mention.ts'

/** A mention as it stands on the page, with enough text around it to be found again. */
export interface QuotedMention {
  /** Null where the text does not decide whom it means. */
  readonly entity: EntityRef | null
  readonly name: string
  readonly kind: EntityKind
  readonly via: MentionVia
  readonly exact: string
  /** At most `CONTEXT_UNITS` of the text before and after, empty where the text begins or ends. */
  readonly prefix: string
  readonly suffix: string
}

/** A date in the text that the bundle contradicts. Dates are EDTF; `source` is the id of the bundle's source. */
export interface QuotedHint {
  readonly entity: EntityRef
  readonly exact: string
  readonly textSays: string
  readonly bundleSays: string
  readonly source: string
}

/** All that was recognised on a page. The address is without its fragment. */
export interface PageDossier {
  readonly url: string
  readonly title: string
  /** BCP 47, where the page declares it. */
  readonly lang?: string | undefined
  /** The article's date (EDTF), where it is known. */
  readonly date?: string | undefined
  /** In document order. */
  readonly mentions: readonly QuotedMention[]
  readonly hints: readonly QuotedHint[]
}

/** UTF-16 units of context on either side of a quotation: as many as annotation tools commonly write. */
export const CONTEXT_UNITS = 32
