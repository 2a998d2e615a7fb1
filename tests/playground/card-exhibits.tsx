import { sourceView } from '../../src/facts/views.ts'
import type { CardSummary } from '../../src/model/card.ts'
import type { Source } from '../../src/model/entity.ts'
import type { CardActions } from '../../src/ui/card/card-actions.ts'
import type { CardProblem, CardView } from '../../src/ui/card/card-view.ts'
import { HoverCard } from '../../src/ui/card/hover-card.tsx'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { ARTICLE_DATE, summaryOf } from './cards.fixture.ts'
import { type Act, type Exhibit, press } from './exhibit.ts'
import { explanationOfNorov } from './explanation.fixture.ts'
import { recordOf } from './lookup.fixture.ts'

const nothing = () => undefined

/** What a reader did that leaves the card: for tests, on the page's global. */
const did: string[] = []
Object.assign(globalThis, { did })
const tell = (what: string) => {
  did.push(what)
}

/** As on a page, all that a card can offer is there; related entities are as of the article's date too. */
export const actions: CardActions = {
  onOpenDetails: ({ entity }, asOf) => tell(`details of ${entity} as of ${asOf}`),
  onRetry: nothing,
  onClose: () => tell('closed'),
  onRelated: async ({ entity }) => summaryOf(entity, ARTICLE_DATE),
  onMute: async (_entity, reach) => reach !== 'page',
  onCopy: async (text) => {
    tell(text)
    return true
  },
  onExplain: async () => explanationOfNorov,
  onDismissHint: () => tell('dismissed'),
  pinning: {
    onPin: (pinned) => tell(pinned ? 'pinned' : 'unpinned'),
    onMove: (x, y) => tell(`moved by ${x}, ${y}`),
  },
}

const card = (name: string, view: () => CardView, rest: Partial<Exhibit> = {}): Exhibit => ({
  name: `card-${name}`,
  surface: 'card',
  render: (t: Translate) => <HoverCard view={view()} t={t} {...actions} />,
  ...rest,
})

const ready = (name: string, ...summaries: (() => CardSummary)[]): Exhibit =>
  card(name, () => {
    const made = summaries.map((make) => make())
    return {
      state: 'ready',
      name: made.length > 1 ? 'Code of Conduct for Information Security' : (made[0]?.name ?? name),
      summaries: made,
    }
  })

const failed = (problem: CardProblem): Exhibit =>
  card(problem, () => ({ state: 'failed', name: 'Shanghai Cooperation Organisation', problem }))

const senses = ready(
  'senses',
  () => summaryOf('code-of-conduct-2011', ARTICLE_DATE),
  () => summaryOf('code-of-conduct-2015', ARTICLE_DATE),
)

const hinted = card('hint', () => ({
  state: 'ready',
  name: 'SCO summit in Bishkek, 2019',
  summaries: [summaryOf('sco-summit-2019', ARTICLE_DATE)],
  hint: {
    textSays: 'June 2009',
    bundleSays: '2019-06-13/2019-06-14',
    source: sourceView(recordOf('sco-summit-2019').sources[0] as Source),
  },
}))

const position = ready('position-2020', () => summaryOf('sco-secretary-general', ARTICLE_DATE))
const person = ready('person-2020', () => summaryOf('vladimir-norov', ARTICLE_DATE))
const organisation = ready('organisation-2020', () => summaryOf('sco', ARTICLE_DATE))

/** The organisation's card after what a reader did. */
const organisationAfter = (name: string, ...acts: readonly Act[]): Exhibit => ({
  ...organisation,
  name: `card-${name}`,
  acts,
})

const pressing =
  (selector: string): Act =>
  (root) =>
    press(root, selector)

/** The hover card in every state. */
export const cardExhibits: readonly Exhibit[] = [
  position,
  { ...position, name: 'card-position-now', acts: [pressing('.then-now-choice:last-child')] },
  ready('unconfirmed', () => ({
    ...summaryOf('sco', ARTICLE_DATE),
    staleness: { kind: 'unconfirmed', since: '2026-09-01T08:00:00Z' },
  })),
  ready('old', () => ({
    ...summaryOf('houlin-zhao', ARTICLE_DATE),
    staleness: { kind: 'old', since: '2025-03-12T00:00:00Z' },
  })),
  ready('position-today', () => summaryOf('sco-secretary-general')),
  organisation,
  organisationAfter('related', pressing('.entity-chip')),
  organisationAfter('not-this', pressing('.card-doubts button:last-child')),
  organisationAfter(
    'muted',
    pressing('.card-doubts button:last-child'),
    pressing('.not-this .button:last-child'),
  ),
  organisationAfter(
    'mute-refused',
    pressing('.card-doubts button:last-child'),
    pressing('.not-this .button'),
  ),
  { ...person, name: 'card-why', acts: [pressing('.card-doubts button')] },
  organisationAfter('copying', pressing('.copy-button')),
  organisationAfter('copied', pressing('.copy-button'), pressing('.copy-choice')),
  organisationAfter('pinned', pressing('.card-tools [aria-pressed]')),
  hinted,
  ready('organisation-2007', () => summaryOf('itu', '2007')),
  person,
  ready('agreement-2020', () => summaryOf('sco-iis-agreement-2009', ARTICLE_DATE)),
  ready('document-2020', () => summaryOf('code-of-conduct-2011', ARTICLE_DATE)),
  ready('event-2020', () => summaryOf('sco-summit-2019', ARTICLE_DATE)),
  ready('place-arabic', () => summaryOf('arabic-name')),
  ready('uncertain-2020', () => summaryOf('uncertain-office', '2020-03')),
  ready('hostile', () => summaryOf('hostile-texts')),
  senses,
  { ...senses, name: 'card-sense-chosen', acts: [pressing('.sense')] },
  card('loading', () => ({ state: 'loading', name: 'Shanghai Cooperation Organisation' })),
  failed('gone'),
  failed('no-answer'),
  failed('unknown-entity'),
]
