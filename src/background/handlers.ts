import { browser } from 'wxt/browser'
import { explainMention, recognise } from '../linking/recognise.ts'
import type { Handlers, Sender } from '../messaging/server.ts'
import { formatEntryLink } from '../model/entry-link.ts'
import { withoutMuted } from '../model/mute.ts'
import type { UpdateOutcome } from '../model/update-outcome.ts'
import { startCardScript } from './access.ts'
import { showCount } from './badge.ts'
import { cardsOf } from './cards.ts'
import type { WarmKnowledge } from './knowledge.ts'
import { mutedAt, setMuted } from './mutes.ts'
import { refreshTabs } from './refresh-tabs.ts'

/** What the handlers work with. */
export interface HandlerInput {
  readonly knowledge: WarmKnowledge
  /** Updates every subscription; concurrent calls share one run. */
  readonly update: () => Promise<readonly UpdateOutcome[]>
  readonly subscribe: (address: string) => Promise<string | null>
  /** The language of the message catalogue in use (BCP 47), so that no card mixes two. */
  readonly lang: string
}

/** The extension page that shows an entity's full entry. */
const ENTRY_PAGE = '/popup.html'

/** One handler per request of the protocol. */
export function handlersOf({ knowledge, update, subscribe, lang }: HandlerInput): Handlers {
  return {
    'page/recognise': async (input, sender) =>
      withoutMuted(await recognise(input, await knowledge.get()), await mutedAt(sender)),
    'page/explain': async ({ at, ...input }) => explainMention(input, at, await knowledge.get()),
    'page/card-script': startCardScript,
    'page/counted': async ({ mentions }, { tabId }: Sender) => {
      if (tabId !== undefined) await showCount(tabId, mentions)
      return null
    },
    'entity/card': async ({ entities, date, cite }) => {
      const { lookup } = await knowledge.get()
      const now = new Date().toISOString().slice(0, 10)
      return cardsOf(lookup, entities, { date, now, lang, cite })
    },
    'entity/open-details': async ({ entity, date }) => {
      const link = formatEntryLink({ entity, ...(date !== undefined && { date }) })
      const url = browser.runtime.getURL(ENTRY_PAGE) + link
      await browser.tabs.create({ url })
      return null
    },
    'mute/set': ({ entity, reach, muted }, sender) => setMuted(entity, reach, muted, sender),
    'sync/update-now': async () => {
      const outcomes = await update()
      if (!outcomes.some(({ outcome }) => outcome === 'updated')) return outcomes
      await knowledge.refresh()
      await refreshTabs()
      return outcomes
    },
    'sync/subscribe': ({ address }) => subscribe(address),
  }
}
