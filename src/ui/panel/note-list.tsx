import { formatEntryLink } from '../../model/entry-link.ts'
import { refKey } from '../../model/ids.ts'
import type { PageMarks } from '../../model/page-marks.ts'
import { useText } from '../i18n/text-context.ts'
import { noteOn, type Own } from '../own/own-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'

interface NoteListProps {
  readonly marks: PageMarks
  readonly own: Own
}

/** The reader's notes on the entities of the page, in the order of the page. */
export function NoteList({ marks, own }: NoteListProps) {
  const t = useText()
  const notes = marks.entities.flatMap(({ entity }) => noteOn(own.layer, entity) ?? [])
  if (notes.length === 0) return <p class="soft">{t('own.no_notes')}</p>
  return (
    <ul class="notes">
      {notes.map(({ entity, name, text }) => (
        <li key={refKey(entity)} class="note-entry">
          <a href={formatEntryLink({ entity, ...(marks.date !== undefined && { date: marks.date }) })}>
            <ForeignText text={name} />
          </a>
          <p class="note-text" dir="auto">
            <ForeignText text={text} />
          </p>
        </li>
      ))}
    </ul>
  )
}
