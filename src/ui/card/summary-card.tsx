import type { ComponentChildren } from 'preact'
import type { CardSummary } from '../../model/card.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import type { PlainKey } from '../i18n/translate.ts'
import { FactActionsProvider } from '../shared/fact-actions.ts'
import { StaleLine } from '../shared/stale-line.tsx'
import { SummaryFacts } from '../shared/summary-facts.tsx'
import type { CardActions } from './card-actions.ts'
import { CardFrame } from './card-frame.tsx'
import type { CardPanel, CardPlace, CardStep, DateHint } from './card-view.ts'
import { DateHintNote } from './date-hint.tsx'
import { NotThis } from './not-this.tsx'
import { RelatedList } from './related-list.tsx'
import { WhyPanel } from './why-panel.tsx'

interface SummaryCardProps extends CardActions {
  readonly summary: CardSummary
  readonly place: CardPlace
  readonly hint: DateHint | undefined
  readonly onStep: (step: CardStep) => void
  /** Where the reader can go back to. */
  readonly onBack: (() => void) | undefined
}

/** All that the card says of one entity, as of the article's date or today. */
export function SummaryCard({ summary, place, hint, onStep, onBack, ...actions }: SummaryCardProps) {
  const { onRelated, onMute, onCopy } = actions
  // The reasons are the mark's: who has gone on to another entity has left it.
  const onExplain = place.trail.length === 0 ? actions.onExplain : undefined
  const open =
    onRelated &&
    (async (...[entity]: Parameters<typeof onRelated>) => {
      const next = await onRelated(entity)
      if (next) onStep({ type: 'went-to', summary: next })
    })
  const factActions = {
    subject: summary.name,
    ...(onCopy && { copy: onCopy }),
    ...(open && { open: (...given: Parameters<typeof open>) => void open(...given) }),
  }
  const panel: Record<CardPanel, () => ComponentChildren> = {
    facts: () => (
      <>
        <StaleLine staleness={summary.staleness} />
        {hint && actions.onDismissHint && <DateHintNote hint={hint} onDismiss={actions.onDismissHint} />}
        <SummaryFacts
          summary={summary}
          isNow={place.isNow}
          onSwitch={(isNow) => onStep({ type: 'switched', isNow })}
        />
        {factActions.open && <RelatedList related={summary.related} onOpen={factActions.open} />}
        <BundleTitle title={summary.bundleTitle} />
      </>
    ),
    why: () => onExplain && <WhyPanel onExplain={onExplain} />,
    'not-this': () =>
      onMute && (
        <NotThis name={summary.name} onMute={(reach, muted) => onMute(summary.entity, reach, muted)} />
      ),
  }
  const asOf = place.isNow ? undefined : summary.asOf
  return (
    <FactActionsProvider value={factActions}>
      <CardFrame
        {...summary}
        {...{ onBack, onClose: actions.onClose, pinning: actions.pinning }}
        footer={
          <CardFooter
            panel={place.panel}
            onPanel={(next) => onStep({ type: 'opened', panel: next })}
            offered={[...(onExplain ? WHY : []), ...(onMute ? NOT_THIS : [])]}
            onOpen={() => actions.onOpenDetails(summary.entity, asOf)}
          />
        }
      >
        {panel[place.panel]()}
      </CardFrame>
    </FactActionsProvider>
  )
}

function BundleTitle({ title }: { readonly title: string }) {
  const t = useText()
  return <p class="bundle-title">{t('card.bundle', [isolated(title)])}</p>
}

type Doubt = Exclude<CardPanel, 'facts'>

/** The panels for doubts, each with its title. */
const WHY = ['why'] as const
const NOT_THIS = ['not-this'] as const
const TITLES = { why: 'why.title', 'not-this': 'mute.title' } as const satisfies Record<Doubt, PlainKey>

interface CardFooterProps {
  readonly panel: CardPanel
  readonly onPanel: (panel: CardPanel) => void
  readonly offered: readonly Doubt[]
  readonly onOpen: () => void
}

/** What can be done with the mark, and the way to all that is known. */
function CardFooter({ panel, onPanel, offered, onOpen }: CardFooterProps) {
  const t = useText()
  return (
    <>
      <span class="card-doubts">
        {offered.map((doubt) => (
          <button
            key={doubt}
            type="button"
            class="button button-quiet"
            aria-expanded={panel === doubt}
            onClick={() => onPanel(panel === doubt ? 'facts' : doubt)}
          >
            {t(TITLES[doubt])}
          </button>
        ))}
      </span>
      <button type="button" class="button" onClick={onOpen}>
        {t('card.open_details')}
      </button>
    </>
  )
}
