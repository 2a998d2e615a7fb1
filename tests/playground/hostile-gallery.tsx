import { render } from 'preact'
import { cardSummary } from '../../src/facts/card-summary.ts'
import { textIn } from '../../src/facts/local-text.ts'
import { sourceView } from '../../src/facts/views.ts'
import type { CardSummary } from '../../src/model/card.ts'
import type { EntityRecord, Source } from '../../src/model/entity.ts'
import { formatEntryLink } from '../../src/model/entry-link.ts'
import type { Lookup } from '../../src/model/lookup.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { HoverCard } from '../../src/ui/card/hover-card.tsx'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { Popup } from '../../src/ui/popup/popup.tsx'
import { actions } from './card-exhibits.tsx'
import { ARTICLE_DATE, TODAY } from './cards.fixture.ts'
import { hostileBundle, hostileExplanation, hostileRecord } from './hostile-record.fixture.ts'
import { recordOf, ref } from './lookup.fixture.ts'
import { popupDefaults } from './popup-exhibits.tsx'

/** What a hostile text is shown in: the card's states, and the popup's views. */
export const HOSTILE_VIEWS = [
  'card',
  'card-senses',
  'card-why',
  'card-not-this',
  'entry',
  'page',
  'timeline',
  'search',
] as const
export type HostileView = (typeof HOSTILE_VIEWS)[number]

function summaryOf(record: EntityRecord, text: string): CardSummary {
  return cardSummary({
    ref: ref('hostile'),
    record,
    labelOf: () => text,
    recordOf: (each) => (each.entity === 'hostile' ? record : recordOf('sco')),
    asOf: ARTICLE_DATE,
    now: TODAY,
    lang: 'en',
    cite: record.sources[0]?.id ?? '',
    bundleTitle: text,
  })
}

const lookupOf = (record: EntityRecord, text: string): Lookup => ({
  entities: async (refs) =>
    refs.map((each) => ({ ref: each, record: each.entity === 'sco' ? recordOf('sco') : record })),
  search: async () => ({
    hits: [
      {
        ref: ref('hostile'),
        kind: record.kind,
        matched: `${text} `,
        names: [{ text, lang: 'en' }],
        descriptions: [{ text, lang: 'en' }],
      },
    ],
  }),
  bundles: async () => [hostileBundle(text)],
})

/** Draws a view for each text, every text of its entity being that one; resolves when all stand. */
export async function showHostile(
  roots: readonly HTMLElement[],
  t: Translate,
  view: HostileView,
  texts: readonly string[],
): Promise<void> {
  location.hash =
    view === 'entry' ? formatEntryLink({ entity: ref('hostile'), date: ARTICLE_DATE }) : `#/${view}`
  const each = (act: (root: HTMLElement, text: string) => void) => {
    for (const [index, root] of roots.entries()) act(root, texts[index] ?? '')
  }
  each((root) => render(null, root))
  each((root, text) => {
    const record = hostileRecord(text)
    render(view.startsWith('card') ? card(t, view, record, text) : popup(t, record, text), root)
  })
  await drawn()
  each((root, text) => {
    if (view === 'card-why') root.querySelector<HTMLElement>('.card-doubts button')?.click()
    if (view === 'card-not-this') root.querySelector<HTMLElement>('.card-doubts button:last-child')?.click()
    if (view === 'search') searchFor(root, text)
  })
  await drawn()
  each((root) => {
    for (const copy of root.querySelectorAll<HTMLElement>('.copy-button')) copy.click()
  })
  await drawn()
}

function card(t: Translate, view: HostileView, record: EntityRecord, text: string) {
  const summary = summaryOf(record, text)
  const summaries = view === 'card-senses' ? [summary, summary] : [summary]
  const hint = { textSays: text, bundleSays: text, source: sourceView(record.sources[0] as Source) }
  return (
    <HoverCard
      view={{ state: 'ready', name: text, summaries, hint }}
      t={t}
      {...actions}
      onExplain={async () => hostileExplanation(text)}
    />
  )
}

function popup(t: Translate, record: EntityRecord, text: string) {
  const entities = [{ entity: ref('hostile'), name: text, kind: record.kind, count: 3, years: [2015] }]
  return (
    <Popup
      {...popupDefaults}
      t={t}
      settings={DEFAULT_SETTINGS}
      lookup={lookupOf(record, text)}
      tab={{ state: 'marks', host: text, marks: { state: 'marked', date: text, entities }, lasting: false }}
    />
  )
}

function searchFor(root: HTMLElement, text: string): void {
  const field = root.querySelector<HTMLInputElement>('.search-field')
  if (!field) return
  field.value = textIn([{ text, lang: 'en' }])
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Two frames and what the fixtures' promises bring. */
const drawn = (): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => resolve()))),
  )
