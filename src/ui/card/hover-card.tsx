import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { EntityRef } from '../../model/ids.ts'
import { TextContext } from '../i18n/text-context.ts'
import { directionOf, languageOf, type Translate } from '../i18n/translate.ts'
import { CardFrame } from './card-frame.tsx'
import { CardProblemText, CardSkeleton } from './card-states.tsx'
import { type CardView, summaryToShow } from './card-view.ts'
import { SenseList } from './sense-list.tsx'
import { SummaryCard } from './summary-card.tsx'

export interface HoverCardProps {
  readonly view: CardView
  readonly t: Translate
  /** The reader wants the full entry, as of the same EDTF date as the card. */
  readonly onOpenDetails: (entity: EntityRef, asOf: string | undefined) => void
  readonly onRetry: () => void
  /** The close button or Esc within the card. */
  readonly onClose: () => void
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

function CardContent({ view, ...events }: Omit<HoverCardProps, 't'>) {
  const frame = (children: ComponentChildren, busy = false) => (
    <CardFrame name={view.name} busy={busy} onClose={events.onClose}>
      {children}
    </CardFrame>
  )
  switch (view.state) {
    case 'loading':
      return frame(<CardSkeleton />, true)
    case 'failed':
      return frame(<CardProblemText problem={view.problem} onRetry={events.onRetry} />)
    case 'ready':
      return <ReadyCard view={view} {...events} />
  }
}

interface ReadyCardProps extends Omit<HoverCardProps, 't' | 'view'> {
  readonly view: Extract<CardView, { state: 'ready' }>
}

function ReadyCard({ view, onOpenDetails, onRetry, onClose }: ReadyCardProps) {
  const [chosen, choose] = useState<number | null>(null)
  const summary = summaryToShow(view.summaries, chosen)
  if (summary) {
    const onOtherSenses = view.summaries.length > 1 ? () => choose(null) : undefined
    return <SummaryCard {...{ summary, onOpenDetails, onClose, onOtherSenses }} />
  }
  return (
    <CardFrame name={view.name} onClose={onClose}>
      {view.summaries.length === 0 ? (
        <CardProblemText problem="unknown-entity" onRetry={onRetry} />
      ) : (
        <SenseList summaries={view.summaries} onChoose={choose} />
      )}
    </CardFrame>
  )
}
