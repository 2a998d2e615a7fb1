import type { Confidence } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'

/** Says so where a fact was not seen in its source, or where the sources disagree; a confirmed fact needs no mark. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  const t = useText()
  if (confidence === 'confirmed') return null
  return (
    <span class="confidence" data-confidence={confidence} title={t(`confidence.${confidence}_why`)}>
      {t(`confidence.${confidence}`)}
    </span>
  )
}
