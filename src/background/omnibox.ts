import { browser } from 'wxt/browser'
import { textIn } from '../facts/local-text.ts'
import { formatEntryLink } from '../model/entry-link.ts'
import type { Lookup, SearchHit } from '../model/lookup.ts'
import type { MessageSource } from '../model/message-source.ts'

/** What the address bar has room for. */
const MOST_SUGGESTIONS = 6

/** What answering needs. */
export interface OmniboxInput {
  readonly lookup: () => Promise<Lookup>
  readonly message: () => Promise<MessageSource>
  /** Where entries are shown, for example `popup.html`. */
  readonly entryPage: string
}

/** Answers the keyword of the address bar. To be called synchronously at start-up. */
export function serveOmnibox({ lookup, message, entryPage }: OmniboxInput): void {
  const search = async (text: string) => (await (await lookup()).search(text, MOST_SUGGESTIONS)).hits
  browser.omnibox.onInputStarted.addListener(() => {
    void message().then((texts) =>
      browser.omnibox.setDefaultSuggestion({ description: described(texts('omnibox_hint', [])) }),
    )
  })
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void Promise.all([search(text), message()]).then(([hits, texts]) =>
      suggest(hits.map((hit) => suggestion(hit, texts('meta_language', [])))),
    )
  })
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void search(text).then(([best]) => {
      const chosen = entryIn(text) ?? (best && formatEntryLink({ entity: best.ref }))
      const url = browser.runtime.getURL(`/${entryPage}` as '/') + (chosen ?? '#/')
      if (disposition === 'currentTab') return browser.tabs.update({ url })
      return browser.tabs.create({ url, active: disposition === 'newForegroundTab' })
    })
  })
}

/** The content names the entity, so that choosing a suggestion leads to it and not to a search for its name. */
function suggestion({ ref, names, descriptions }: SearchHit, language: string) {
  const name = textIn(names, language)
  return {
    content: `${name} ${formatEntryLink({ entity: ref })}`,
    description: described(`${name} – ${textIn(descriptions, language)}`),
  }
}

/** The entry that a chosen suggestion names. */
export const entryIn = (text: string): string | undefined =>
  /#\/entity\/[a-z0-9-]+\/[a-z0-9-]+$/.exec(text)?.[0]

/** Chromium reads descriptions as XML, Firefox as text; without the characters of XML both read the same. */
export const described = (text: string): string =>
  text
    .replace(/[<>&"']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
