import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { outcomeText } from './outcome-text.ts'

/** How an update ended, in words; the technical part folded away. */
export function OutcomeNotice({ outcome }: { readonly outcome: UpdateOutcome }) {
  const t = useText()
  const { tone, title, text, detail } = outcomeText(outcome, t)
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
      {detail !== undefined && detail !== '' && (
        <details class="soft">
          <summary>{t('sync.detail')}</summary>
          <code>{detail}</code>
        </details>
      )}
    </Notice>
  )
}
