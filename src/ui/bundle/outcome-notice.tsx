import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { outcomeText } from './outcome-text.ts'

interface OutcomeNoticeProps {
  readonly outcome: UpdateOutcome
  /** In the place of the outcome's own title, where it was no update. */
  readonly title?: string
}

/** How an update ended, in words; the technical part folded away. */
export function OutcomeNotice({ outcome, title }: OutcomeNoticeProps) {
  const t = useText()
  const { tone, title: own, text, detail } = outcomeText(outcome, t)
  return (
    <Notice tone={tone} title={title ?? own}>
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
