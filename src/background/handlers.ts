import { browser } from 'wxt/browser'
import { explainMention, recognise } from '../linking/recognise.ts'
import { askPage } from '../messaging/client.ts'
import type { Handlers, Sender } from '../messaging/server.ts'
import { formatEntryLink } from '../model/entry-link.ts'
import type { CatalogueTexts } from '../model/message-source.ts'
import { withoutMuted } from '../model/mute.ts'
import { packRecognition } from '../model/packed-recognition.ts'
import type { Preparation } from '../model/preparation.ts'
import { startCardScript } from './access.ts'
import { showCount } from './badge.ts'
import { cardsOf } from './cards.ts'
import type { WarmKnowledge } from './knowledge.ts'
import { mutedAt, setMuted } from './mutes.ts'
import { withOwnFlagged } from './own-names.ts'

/** What the handlers work with. */
export interface HandlerInput {
  readonly knowledge: WarmKnowledge
  readonly reliably: Reliably
  /** The requests about bundles and their updates, which extension pages alone may make. */
  readonly bundles: BundleHandlers
  /** The language of the message catalogue in use (BCP 47), so that no card mixes two. */
  readonly lang: () => Promise<string>
  /** The texts in the language that the reader chose; null where that is the browser's own. */
  readonly texts: () => Promise<CatalogueTexts | null>
  /** Has the index of the search built where there is none, and tells how far it is. */
  readonly prepareSearch: () => Promise<Preparation>
  /** The reader's own names have changed. */
  readonly ownChanged: () => Promise<void>
}

/** Runs what reads the database, again on a new connection where the old one is lost. */
export type Reliably = <T>(run: () => Promise<T>) => Promise<T>

/** Handlers that a file of their own brings (bundle-handlers.ts). */
export type BundleHandlers = Pick<
  Handlers,
  | 'sync/update-now'
  | 'sync/cancel'
  | 'sync/preview'
  | 'sync/subscribe'
  | 'sync/remove'
  | 'bundles/arrange'
  | 'bundles/switch'
>

/** The extension page that shows an entity's full entry. */
const ENTRY_PAGE = '/popup.html'

/** One handler per request of the protocol. */
export function handlersOf(input: HandlerInput): Handlers {
  const { knowledge, reliably, bundles, lang, texts, prepareSearch, ownChanged } = input
  return {
    'page/recognise': (page, sender) =>
      reliably(async () => {
        const known = await knowledge.get()
        const recognised = withOwnFlagged(await recognise(page, known), known.own)
        return packRecognition(withoutMuted(recognised, await mutedAt(sender)))
      }),
    'page/explain': ({ at, ...page }) =>
      reliably(async () => explainMention(page, at, await knowledge.get())),
    'page/card-script': startCardScript,
    'page/counted': async ({ mentions }, { tabId }: Sender) => {
      if (tabId !== undefined) await showCount(tabId, mentions)
      return null
    },
    'page/frame-marks': async (marks, { tabId, frameId = 0 }: Sender) => {
      if (tabId !== undefined && frameId !== 0)
        await askPage(tabId, 'tab/frame-marks', {
          frameId,
          mentions: marks.mentions,
          entities: marks.entities,
        })
      return null
    },
    'page/tab-host': async (_nothing, { tabUrl }: Sender) =>
      URL.canParse(tabUrl) ? new URL(tabUrl).host : '',
    'entity/card': ({ entities, date, cite }) =>
      reliably(async () => {
        const { lookup } = await knowledge.get()
        const now = new Date().toISOString()
        return cardsOf(lookup, entities, { date, now, lang: await lang(), cite })
      }),
    'entity/open-details': async ({ entity, date }) => {
      const link = formatEntryLink({ entity, ...(date !== undefined && { date }) })
      const url = browser.runtime.getURL(ENTRY_PAGE) + link
      await browser.tabs.create({ url })
      return null
    },
    'mute/set': ({ entity, reach, muted }, sender) => setMuted(entity, reach, muted, sender),
    ...bundles,
    'search/prepare': () => reliably(prepareSearch),
    'own/changed': async () => {
      await ownChanged()
      return null
    },
    'interface/texts': texts,
  }
}
