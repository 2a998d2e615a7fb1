import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'

interface ThenNowProps {
  /** The article's date (EDTF). */
  readonly date: string
  readonly isNow: boolean
  readonly onSwitch: (now: boolean) => void
}

/** Switches between what held at the article's date and what holds today; says where it leads. */
export function ThenNow({ date, isNow, onSwitch }: ThenNowProps) {
  const t = useText()
  const label = isNow ? t('entry.show_then', [formatDate(date, t, 'short')]) : t('entry.show_now')
  return (
    <button type="button" class="button button-quiet" onClick={() => onSwitch(!isNow)}>
      {label}
    </button>
  )
}
