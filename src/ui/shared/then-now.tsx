import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'

interface ThenNowProps {
  /** The article's date (EDTF); without it everything is as of today, and there is nothing to switch. */
  readonly date: string | undefined
  readonly isNow: boolean
  readonly onSwitch: (now: boolean) => void
}

/** As of when the facts are told, and the switch between the article's date and today. */
export function ThenNow({ date, isNow, onSwitch }: ThenNowProps) {
  const t = useText()
  if (date === undefined)
    return (
      <div class="as-of">
        <p title={t('card.as_of_today_why')}>{t('card.as_of_today')}</p>
      </div>
    )
  const choice = (now: boolean, label: string) => (
    <button type="button" class="then-now-choice" aria-pressed={isNow === now} onClick={() => onSwitch(now)}>
      {label}
    </button>
  )
  return (
    <div class="as-of">
      <span class="as-of-label">{t('card.as_of_label')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in both browsers */}
      <div class="then-now" role="group" aria-label={t('card.as_of_label')}>
        {choice(false, t('card.then', [formatDate(date, t, 'short')]))}
        {choice(true, t('card.now'))}
      </div>
    </div>
  )
}
