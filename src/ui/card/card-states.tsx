import { useText } from '../i18n/text-context.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { Icon } from '../shared/icon.tsx'
import type { CardProblem } from './card-view.ts'

/** Lines where text will be: the card keeps its size when the answer comes, a few milliseconds later. */
export function CardSkeleton() {
  const t = useText()
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{t('card.loading')}</span>
      <i />
      <i />
      <i />
    </div>
  )
}

const EXPLANATIONS = {
  gone: 'card.problem.gone',
  'no-answer': 'card.problem.no_answer',
  'unknown-entity': 'card.problem.unknown_entity',
} as const satisfies Record<CardProblem, MessageKey>

interface CardProblemTextProps {
  readonly problem: CardProblem
  readonly onRetry: () => void
}

/** What went wrong and what to do about it. */
export function CardProblemText({ problem, onRetry }: CardProblemTextProps) {
  const t = useText()
  return (
    <div class="card-problem" role="alert">
      <Icon name="alert" />
      <p>{t(EXPLANATIONS[problem])}</p>
      {problem === 'no-answer' && (
        <button type="button" class="button" onClick={onRetry}>
          {t('card.retry')}
        </button>
      )}
    </div>
  )
}
