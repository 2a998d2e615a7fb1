import type { FactView } from '../../model/card.ts'
import { useText } from '../i18n/text-context.ts'
import { ConfidenceMark } from './confidence-mark.tsx'
import { CopyFact } from './copy-fact.tsx'
import { factPeriod, factText } from './fact-text.ts'
import { FactValue } from './fact-value.tsx'
import { SourceLink } from './source-link.tsx'

interface FactLineProps {
  readonly fact: FactView
  /** The property as the reader reads it: a copy says it too. */
  readonly label: string
}

/** One fact: its value, whether it is sure, when it held, and where it can be read. */
export function FactLine({ fact, label }: FactLineProps) {
  const t = useText()
  const period = factPeriod(fact, t)
  return (
    <div class="fact">
      <div class="fact-value">
        <FactValue fact={fact} />
        {fact.acting && <span class="acting">{t('fact.acting')}</span>}
        <ConfidenceMark confidence={fact.confidence} />
      </div>
      <div class="fact-basis">
        {period !== '' && <span class="period">{period}</span>}
        <SourceLink source={fact.source} />
        <CopyFact cited={{ label, fact: { text: factText(fact, t), source: fact.source }, dates: period }} />
      </div>
    </div>
  )
}
