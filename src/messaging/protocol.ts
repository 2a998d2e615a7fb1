import * as v from 'valibot'
import type { BundlePreview } from '../model/bundle-entry.ts'
import type { CardSummary } from '../model/card.ts'
import { ENTITY_KINDS } from '../model/entity.ts'
import type { Explanation } from '../model/explanation.ts'
import { type BundleId, type EntityId, ID_PATTERN, MAX_ID_LENGTH } from '../model/ids.ts'
import type { CatalogueTexts } from '../model/message-source.ts'
import { MUTE_REACHES } from '../model/mute.ts'
import type { PackedRecognition } from '../model/packed-recognition.ts'
import type { PageDossier } from '../model/page-dossier.ts'
import type { FramePlace, PageMarks } from '../model/page-marks.ts'
import { parseDate } from '../model/partial-date.ts'
import type { Preparation } from '../model/preparation.ts'
import type { Result } from '../model/result.ts'
import type { PreviewProblem, SubscribeProblem } from '../model/subscribe-problem.ts'
import type { UpdateOutcome } from '../model/update-outcome.ts'

/**
 * The whole protocol on one screen: every request that one part of the extension may make of
 * another, with the shape that the receiver insists on, and what comes back. Nothing else listens.
 */

const id = v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH), v.regex(ID_PATTERN))
const bundleId = v.pipe(
  id,
  v.transform((text) => text as BundleId),
)
const entityId = v.pipe(
  id,
  v.transform((text) => text as EntityId),
)
const entityRef = v.strictObject({ bundle: bundleId, entity: entityId })
const language = v.pipe(v.string(), v.maxLength(35))
const date = v.pipe(v.string(), v.maxLength(64))
const address = v.pipe(v.string(), v.maxLength(4_096))
/** Ten million UTF-16 units in all is the largest page of the performance goals; a block beyond one million is a page's fault. */
const block = v.strictObject({ text: v.pipe(v.string(), v.maxLength(1_000_000)), lang: v.optional(language) })

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const readable = v.strictObject({
  blocks: v.pipe(v.array(block), v.maxLength(50_000)),
  title: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  lang: v.optional(language),
  date: v.optional(date),
  established: v.optional(v.pipe(v.array(entityRef), v.maxLength(5_000))),
})
const pageEntity = v.strictObject({
  entity: entityRef,
  name: v.pipe(v.string(), v.maxLength(400)),
  kind: v.picklist(ENTITY_KINDS),
  count,
})
const frameMarks = v.strictObject({
  mentions: count,
  entities: v.pipe(v.array(pageEntity), v.maxLength(5_000)),
})

/** Requests to the background, by name. */
export const backgroundRequests = {
  /** A content script asks what the text of its page names. */
  'page/recognise': readable,
  /** A content script asks why a mention means what it does: the same text again, and where the mention begins in it. */
  'page/explain': v.strictObject({ ...readable.entries, at: v.strictObject({ block: count, start: count }) }),
  /** The content script of the top frame tells how many mentions the tab has, for the badge. */
  'page/counted': v.strictObject({ mentions: count }),
  /** A content script in a frame tells its marks; they are handed on to the top frame, which counts for all. */
  'page/frame-marks': frameMarks,
  /** A content script in a frame asks which site the tab shows, because its own address may be that of nobody (`about:blank`). */
  'page/tab-host': v.strictObject({}),
  /** A content script that has marks asks for the card's script beside it, in its frame. */
  'page/card-script': v.strictObject({}),
  /** A content script asks for the card of entities that it showed a mark of; `cite` is the source of a hint. */
  'entity/card': v.strictObject({
    entities: v.pipe(v.array(entityRef), v.maxLength(50)),
    date: v.optional(date),
    cite: v.optional(id),
  }),
  /** The card asks for the full entry in an extension page. */
  'entity/open-details': v.strictObject({ entity: entityRef, date: v.optional(date) }),
  /** The card asks that an entity be no longer marked ("not this"), or that this be taken back; the place is the sender's page. */
  'mute/set': v.strictObject({ entity: entityRef, reach: v.picklist(MUTE_REACHES), muted: v.boolean() }),
  /** An extension page asks for the bundles to be updated now. */
  'sync/update-now': v.strictObject({}),
  /** An extension page asks that the update under way be stopped. */
  'sync/cancel': v.strictObject({}),
  /** An extension page asks what a subscription link leads to; nothing is kept. */
  'sync/preview': v.strictObject({ address }),
  /** An extension page asks that a bundle be fetched and kept up to date; the link is that of its preview. */
  'sync/subscribe': v.strictObject({ link: address, firstUse: v.boolean() }),
  /** An extension page asks that a subscription be ended and its facts be removed. */
  'sync/remove': v.strictObject({ link: address }),
  /** An extension page asks for another order of the bundles. */
  'bundles/arrange': v.strictObject({ bundles: v.pipe(v.array(bundleId), v.maxLength(200)) }),
  /** An extension page switches a bundle off or on. */
  'bundles/switch': v.strictObject({ bundle: bundleId, isOn: v.boolean() }),
  /** An extension page that searches asks that the index be built where there is none; answered soon, with how far it is. */
  'search/prepare': v.strictObject({}),
  /** An extension page tells that the reader's own names have changed. */
  'own/changed': v.strictObject({}),
  /** A content script asks for the texts in the language that the reader chose. */
  'interface/texts': v.strictObject({}),
} as const

/** Requests that a content script may not make: a page's renderer must not start a sync. */
export const extensionPagesOnly: ReadonlySet<keyof typeof backgroundRequests> = new Set([
  'sync/update-now',
  'sync/cancel',
  'sync/preview',
  'sync/subscribe',
  'sync/remove',
  'bundles/arrange',
  'bundles/switch',
  'search/prepare',
  'own/changed',
])

/** Requests from an extension page to the content script of a tab, by name. */
export const pageRequests = {
  /** The popup asks what is marked. */
  'tab/marks': v.strictObject({}),
  /** The side panel asks for all that was recognised, to show and to export it. */
  'tab/dossier': v.strictObject({}),
  /** The popup asks to scroll to a mark of an entity and flash it; `index` counts from 0 and wraps. */
  'tab/jump': v.strictObject({ entity: entityRef, index: count }),
  /** The background hands on what a frame of the tab has marked. */
  'tab/frame-marks': v.strictObject({ frameId: count, ...frameMarks.entries }),
  /** A command of the keyboard: on to the next (1) or the previous (-1) mark. */
  'tab/step': v.strictObject({ by: v.picklist([1, -1]) }),
  /** A command of the keyboard: open the card of the mark gone to last, or of the first one. */
  'tab/open-card': v.strictObject({}),
  /** The popup switches marking of this page until it is left, where nothing may be remembered. */
  'tab/switch': v.strictObject({ on: v.boolean() }),
  /** The reader has taken back the access to this page. */
  'tab/leave': v.strictObject({}),
  /** The popup tells when the article appeared (EDTF), because the reader knows better; null takes it back. */
  'tab/date': v.strictObject({
    date: v.nullable(
      v.pipe(
        v.string(),
        v.check((text) => parseDate(text).ok),
      ),
    ),
  }),
  /** The background tells that what is known has changed: recognise again. */
  'tab/refresh': v.strictObject({}),
} as const

/** What each request of the background answers. */
export interface BackgroundReplies {
  'page/recognise': PackedRecognition
  /** Null where no mention begins there: the facts were updated meanwhile. */
  'page/explain': Explanation | null
  /** False where the browser lets no script into the frame. */
  'page/card-script': boolean
  'page/counted': null
  'page/frame-marks': null
  /** As `location.host`; empty where the browser does not tell it. */
  'page/tab-host': string
  'entity/card': readonly CardSummary[]
  'entity/open-details': null
  /** False where the page's address has no site to name. */
  'mute/set': boolean
  'sync/update-now': readonly UpdateOutcome[]
  'sync/cancel': null
  'sync/preview': Result<BundlePreview, PreviewProblem>
  'sync/subscribe': Result<null, SubscribeProblem>
  'sync/remove': null
  'bundles/arrange': null
  'bundles/switch': null
  'search/prepare': Preparation
  'own/changed': null
  /** Null where the browser's own language is to be used. */
  'interface/texts': CatalogueTexts | null
}

/** What each request of a tab answers. */
export interface PageReplies {
  'tab/marks': PageMarks
  /** Null where nothing is marked on the page. */
  'tab/dossier': PageDossier | null
  /** `elsewhere`: the mark is in another frame, to be asked for there. */
  'tab/jump': { readonly found: boolean; readonly elsewhere?: FramePlace }
  'tab/frame-marks': null
  'tab/step': { readonly found: boolean }
  'tab/open-card': { readonly found: boolean }
  'tab/switch': null
  'tab/leave': null
  /** The page as it is marked for that date. */
  'tab/date': PageMarks
  'tab/refresh': null
}

export type BackgroundRequestName = keyof typeof backgroundRequests
export type PageRequestName = keyof typeof pageRequests
export type BackgroundRequest<N extends BackgroundRequestName> = v.InferOutput<(typeof backgroundRequests)[N]>
export type PageRequest<N extends PageRequestName> = v.InferOutput<(typeof pageRequests)[N]>
