import { formatDate } from '../format/dates.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import { SourceLink } from '../shared/source-link.tsx'
import type { DateHint } from './card-view.ts'

interface DateHintNoteProps {
  readonly hint: DateHint
  readonly onDismiss: () => void
}

/** The page and the facts disagree about a date: both are told, with the source, and who is right is the reader's to judge. */
export function DateHintNote({ hint, onDismiss }: DateHintNoteProps) {
  const t = useText()
  return (
    <div class="date-hint" role="note">
      <div>
        <p>{t('hint.text', [isolated(hint.textSays), formatDate(hint.bundleSays, t)])}</p>
        {hint.source && (
          <div class="fact-basis">
            <SourceLink source={hint.source} />
          </div>
        )}
      </div>
      <button type="button" class="icon-button" title={t('hint.dismiss')} onClick={onDismiss}>
        <Icon name="close" />
        <span class="unseen">{t('hint.dismiss')}</span>
      </button>
    </div>
  )
}
