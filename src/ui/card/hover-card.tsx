import type { ComponentChildren } from 'preact'
import { useReducer } from 'preact/hooks'
import { TextContext } from '../i18n/text-context.ts'
import { directionOf, languageOf, type Translate } from '../i18n/translate.ts'
import type { CardActions } from './card-actions.ts'
import { CardFrame } from './card-frame.tsx'
import { CardProblemText, CardSkeleton } from './card-states.tsx'
import {
  type CardPlace,
  type CardStep,
  type CardView,
  cardReducer,
  FIRST_PLACE,
  summaryToShow,
} from './card-view.ts'
import { SenseList } from './sense-list.tsx'
import { SummaryCard } from './summary-card.tsx'

export interface HoverCardProps extends CardActions {
  readonly view: CardView
  readonly t: Translate
}

/**
 * The card of a mark. It has its own size and places nothing: give it a `key` per mark, so that a
 * choice between senses is not carried over to the next one.
 */
export function HoverCard({ t, ...props }: HoverCardProps) {
  return (
    <TextContext.Provider value={t}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from wherever the focus is inside */}
      <div
        class="backgrounder card-root"
        lang={languageOf(t)}
        dir={directionOf(t)}
        onKeyDown={closeOnEscape(props.onClose)}
      >
        <CardContent {...props} />
      </div>
    </TextContext.Provider>
  )
}

const closeOnEscape = (onClose: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Escape') onClose()
}

function CardContent({ view, ...actions }: Omit<HoverCardProps, 't'>) {
  const frame = (children: ComponentChildren, busy = false) => (
    <CardFrame name={view.name} busy={busy} onClose={actions.onClose}>
      {children}
    </CardFrame>
  )
  switch (view.state) {
    case 'loading':
      return frame(<CardSkeleton />, true)
    case 'failed':
      return frame(<CardProblemText problem={view.problem} onRetry={actions.onRetry} />)
    case 'ready':
      return <ReadyCard view={view} {...actions} />
  }
}

interface ReadyCardProps extends CardActions {
  readonly view: Extract<CardView, { state: 'ready' }>
}

function ReadyCard({ view, ...actions }: ReadyCardProps) {
  const [place, step] = useReducer(cardReducer, FIRST_PLACE)
  const summary = summaryToShow(view.summaries, place)
  if (summary)
    return (
      <SummaryCard
        {...{ summary, place, ...actions }}
        hint={place.trail.length === 0 ? view.hint : undefined}
        onStep={step}
        onBack={wayBack(view, place, step)}
      />
    )
  return (
    <CardFrame name={view.name} onClose={actions.onClose} pinning={actions.pinning}>
      {view.summaries.length === 0 ? (
        <CardProblemText problem="unknown-entity" onRetry={actions.onRetry} />
      ) : (
        <SenseList summaries={view.summaries} onChoose={(sense) => step({ type: 'chose', sense })} />
      )}
    </CardFrame>
  )
}

/** Back from a panel to the facts, from an entity to the one before, from a sense to all of them. */
function wayBack(
  { summaries }: ReadyCardProps['view'],
  { panel, trail, chosen }: CardPlace,
  step: (step: CardStep) => void,
): (() => void) | undefined {
  if (panel !== 'facts' || trail.length > 0) return () => step({ type: 'went-back' })
  return summaries.length > 1 && chosen !== null ? () => step({ type: 'chose', sense: null }) : undefined
}
