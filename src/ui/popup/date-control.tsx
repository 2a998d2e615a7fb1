import { useState } from 'preact/hooks'
import type { PageMarks } from '../../model/page-marks.ts'
import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'

interface DateControlProps {
  readonly marks: PageMarks
  /** The reader says when the article appeared (ISO 8601 day), or takes it back with null. */
  readonly onDate: (date: string | null) => void
}

/** When the article appeared, and the reader's own word on it. */
export function DateControl({ marks, onDate }: DateControlProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const close = (date?: string | null) => {
    setOpen(false)
    if (date !== undefined) onDate(date)
  }
  const isOwn = marks.dating?.basis === 'reader'
  if (isOpen) return <DateForm day={dayOf(marks.date)} isOwn={isOwn} onClose={close} />
  return (
    <span class="page-date">
      {marks.date === undefined ? t('page.no_date') : t('page.dated', [formatDate(marks.date, t, 'short')])}
      {isOwn && ` ${t('date_override.own')}`}{' '}
      <button type="button" class="link-button" onClick={() => setOpen(true)}>
        {t(marks.date === undefined ? 'date_override.set' : 'date_override.change')}
      </button>
    </span>
  )
}

interface DateFormProps {
  readonly day: string
  readonly isOwn: boolean
  /** With a day, with null for the page's own date, or with nothing where the reader thought better of it. */
  readonly onClose: (date?: string | null) => void
}

function DateForm({ day, isOwn, onClose }: DateFormProps) {
  const t = useText()
  const [value, setValue] = useState(day)
  return (
    <form
      class="date-form"
      onSubmit={(event) => {
        event.preventDefault()
        onClose(value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Else Escape would close the popup as well.
        event.preventDefault()
        onClose()
      }}
    >
      <label>
        {t('date_override.label')}
        <input
          class="field"
          type="date"
          required
          value={value}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field.
          autoFocus
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button button-main">
        {t('date_override.use')}
      </button>
      {isOwn && (
        <button type="button" class="button" onClick={() => onClose(null)}>
          {t('date_override.reset')}
        </button>
      )}
    </form>
  )
}

/** What a date field can show: a whole day; a month or a year is left for the reader to complete. */
const dayOf = (date: string | undefined): string =>
  date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''
