import { useId, useState } from 'preact/hooks'
import { isSitePattern } from '../../model/site-pattern.ts'
import { useText } from '../i18n/text-context.ts'

interface PatternFormProps {
  readonly onAdd: (pattern: string) => void
}

/** A field for one more site pattern, which says what is wrong with one that is none. */
export function PatternForm({ onAdd }: PatternFormProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = () => {
    const pattern = text.trim().toLowerCase()
    if (!isSitePattern(pattern)) return setWrong(true)
    onAdd(pattern)
    setText('')
  }
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <label for={id}>{t('settings.pattern')}</label>
      <div class="inline-fields">
        <input
          id={id}
          class="field"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-help`}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setWrong(false)
          }}
        />
        <button type="submit" class="button">
          {t('settings.add')}
        </button>
      </div>
      <p class={isWrong ? 'problem small' : 'soft small'} id={`${id}-help`} role="status">
        {isWrong ? t('settings.pattern_wrong') : t('settings.off_patterns_help')}
      </p>
    </form>
  )
}
