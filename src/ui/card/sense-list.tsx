import type { CardSummary } from '../../model/card.ts'
import { refKey } from '../../model/ids.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { KindLabel } from '../shared/kind-label.tsx'

interface SenseListProps {
  readonly summaries: readonly CardSummary[]
  readonly onChoose: (index: number) => void
}

/** Whom an ambiguous text may mean. Nothing is guessed: the reader chooses. */
export function SenseList({ summaries, onChoose }: SenseListProps) {
  const t = useText()
  return (
    <>
      <p class="senses-lead">{t('card.senses')}</p>
      <ul class="senses">
        {summaries.map((summary, index) => (
          <li key={refKey(summary.entity)}>
            <button type="button" class="sense" onClick={() => onChoose(index)}>
              <KindLabel kind={summary.kind} />
              <span class="sense-name">
                <ForeignText text={summary.name} />
              </span>
              <span class="sense-description">
                <ForeignText text={summary.description} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
