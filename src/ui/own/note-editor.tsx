import { useEffect, useId, useState } from 'preact/hooks'
import { MAX_NOTE_LENGTH, type OwnSubject } from '../../model/own-layer.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { noteOn, type Own } from './own-context.ts'

interface NoteEditorProps {
  readonly own: Own
  readonly subject: OwnSubject
}

type Saving = 'saved' | 'failed' | null

/** The note on one entity: written, kept, removed by emptying it. */
export function NoteEditor({ own, subject }: NoteEditorProps) {
  const t = useText()
  const id = useId()
  const kept = noteOn(own.layer, subject.entity)?.text ?? ''
  const [text, setText] = useState<string | null>(null)
  const [saving, setSaving] = useState<Saving>(null)
  // What was typed and not saved stays; what is stored elsewhere meanwhile is shown once nothing was typed.
  const shown = text ?? kept
  const isChanged = shown !== kept
  useEffect(() => {
    if (text === kept) setText(null)
  }, [text, kept])
  const save = async () => setSaving((await own.saveNote(subject, shown)) ? 'saved' : 'failed')
  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label class="unseen" for={id}>
        {t('own.note', [isolated(subject.name)])}
      </label>
      <textarea
        id={id}
        class="field note-field"
        dir="auto"
        rows={3}
        maxLength={MAX_NOTE_LENGTH}
        value={shown}
        aria-describedby={`${id}-help`}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setSaving(null)
        }}
      />
      <p class="note-foot">
        <button type="submit" class="button" aria-disabled={!isChanged}>
          {t('own.save')}
        </button>
        <span class="soft" role="status">
          {saving === 'failed'
            ? t('own.not_saved')
            : isChanged
              ? t('own.unsaved')
              : saving === 'saved' && t('own.saved')}
        </span>
      </p>
      <p class="soft small" id={`${id}-help`}>
        {t('own.note_help')}
      </p>
    </form>
  )
}
