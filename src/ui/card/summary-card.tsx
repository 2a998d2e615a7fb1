import type { CardSummary } from '../../model/card.ts'
import type { EntityRef } from '../../model/ids.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { SummaryFacts } from '../shared/summary-facts.tsx'
import { CardFrame } from './card-frame.tsx'

interface SummaryCardProps {
  readonly summary: CardSummary
  readonly onOpenDetails: (entity: EntityRef, asOf: string | undefined) => void
  readonly onClose: () => void
  /** Absent where the text meant only this entity. */
  readonly onOtherSenses: (() => void) | undefined
}

/** All that the card says of one entity, as of the article's date. */
export function SummaryCard({ summary, onOpenDetails, onClose, onOtherSenses }: SummaryCardProps) {
  const { name, kind, description } = summary
  const open = () => onOpenDetails(summary.entity, summary.asOf)
  const footer = <CardFooter bundleTitle={summary.bundleTitle} onOpen={open} onOtherSenses={onOtherSenses} />
  return (
    <CardFrame {...{ name, kind, description, footer, onClose }}>
      <SummaryFacts summary={summary} />
    </CardFrame>
  )
}

interface CardFooterProps {
  readonly bundleTitle: string
  readonly onOpen: () => void
  readonly onOtherSenses: (() => void) | undefined
}

function CardFooter({ bundleTitle, onOpen, onOtherSenses }: CardFooterProps) {
  const t = useText()
  return (
    <>
      {onOtherSenses ? (
        <button type="button" class="button button-quiet" onClick={onOtherSenses}>
          <Icon name="back" />
          {t('card.other_senses')}
        </button>
      ) : (
        <span class="bundle-title" title={t('card.bundle')}>
          <ForeignText text={bundleTitle} />
        </span>
      )}
      <button type="button" class="button" onClick={onOpen}>
        {t('card.open_details')}
      </button>
    </>
  )
}
