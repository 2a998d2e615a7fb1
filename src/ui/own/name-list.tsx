import { useId, useState } from 'preact/hooks'
import type { OwnSubject } from '../../model/own-layer.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { type NameProblem, namesOf, type Own } from './own-context.ts'

/** What is said of a name that was not kept. */
export const NAME_PROBLEMS = {
  'too-short': 'own.problem.too_short',
  'too-long': 'own.problem.too_long',
  'too-many': 'own.problem.too_many',
  'not-saved': 'own.problem.not_saved',
} as const satisfies Record<NameProblem, MessageKey>

interface NameListProps {
  readonly own: Own
  readonly subject: OwnSubject
}

/** The reader's names for one entity, each removable, and a field for another one. */
export function NameList({ own, subject }: NameListProps) {
  const t = useText()
  const names = namesOf(own.layer, subject.entity)
  return (
    <div class="own-names">
      {names.length > 0 && (
        <ul class="chips">
          {names.map(({ text }) => (
            <li key={text} class="chip">
              <ForeignText text={text} />
              <button
                type="button"
                class="icon-button"
                title={t('own.remove', [isolated(text)])}
                onClick={() => void own.removeName(subject.entity, text)}
              >
                <Icon name="close" />
                <span class="unseen">{t('own.remove', [isolated(text)])}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <NameForm own={own} subject={subject} />
    </div>
  )
}

function NameForm({ own, subject }: NameListProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<NameProblem | null>(null)
  const add = async () => {
    const found = await own.addName(subject, text)
    setProblem(found)
    if (found === null) setText('')
  }
  return (
    <form
      class="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label class="soft small" for={id}>
        {t('own.name', [isolated(subject.name)])}
      </label>
      <div class="inline-fields">
        <input
          id={id}
          class="field"
          dir="auto"
          autocomplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-help`}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <button type="submit" class="button">
          {t('own.add')}
        </button>
      </div>
      <p class="soft small" id={`${id}-help`} role="status">
        {problem === null ? t('own.names_help') : t(NAME_PROBLEMS[problem])}
      </p>
    </form>
  )
}
