import type { CardSummary } from '../../src/model/card.ts'
import type { CardProblem, CardView } from '../../src/ui/card/card-view.ts'
import { HoverCard } from '../../src/ui/card/hover-card.tsx'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { ARTICLE_DATE, summaryOf } from './cards.fixture.ts'
import { type Exhibit, press } from './exhibit.ts'

const nothing = () => undefined

const card = (name: string, view: () => CardView): Exhibit => ({
  name: `card-${name}`,
  surface: 'card',
  render: (t: Translate) => (
    <HoverCard view={view()} t={t} onOpenDetails={nothing} onRetry={nothing} onClose={nothing} />
  ),
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

/** The hover card in every state. */
export const cardExhibits: readonly Exhibit[] = [
  ready('position-2020', () => summaryOf('sco-secretary-general', ARTICLE_DATE)),
  ready('position-today', () => summaryOf('sco-secretary-general')),
  ready('organisation-2020', () => summaryOf('sco', ARTICLE_DATE)),
  ready('organisation-2007', () => summaryOf('itu', '2007')),
  ready('person-2020', () => summaryOf('vladimir-norov', ARTICLE_DATE)),
  ready('agreement-2020', () => summaryOf('sco-iis-agreement-2009', ARTICLE_DATE)),
  ready('document-2020', () => summaryOf('code-of-conduct-2011', ARTICLE_DATE)),
  ready('event-2020', () => summaryOf('sco-summit-2019', ARTICLE_DATE)),
  ready('place-arabic', () => summaryOf('arabic-name')),
  ready('uncertain-2020', () => summaryOf('uncertain-office', '2020-03')),
  ready('hostile', () => summaryOf('hostile-texts')),
  senses,
  { ...senses, name: 'card-sense-chosen', act: (root) => press(root, '.sense') },
  card('loading', () => ({ state: 'loading', name: 'Shanghai Cooperation Organisation' })),
  failed('gone'),
  failed('no-answer'),
  failed('unknown-entity'),
]
