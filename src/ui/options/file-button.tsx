import { useRef, useState } from 'preact/hooks'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import type { MessageKey, Translate } from '../i18n/translate.ts'
import type { ImportProblem } from './options-props.ts'

const PROBLEMS = {
  'not-json': 'settings.problem.not_json',
  'not-yaml': 'settings.problem.not_yaml',
  'other-file': 'settings.problem.other_file',
  unreadable: 'settings.problem.unreadable',
  'not-saved': 'settings.problem.not_saved',
} as const satisfies Record<Exclude<ImportProblem['code'], 'wrong-field'>, MessageKey>

const problemText = ({ code, where }: ImportProblem, t: Translate): string =>
  code === 'wrong-field' ? t('settings.problem.wrong_field', [isolated(where)]) : t(PROBLEMS[code])

interface FileButtonProps {
  readonly label: string
  /** What a file chooser offers first, as `.json`. */
  readonly accept: string
  readonly done: string
  readonly onFile: (file: File) => Promise<ImportProblem | null>
}

/** A button that asks for a file, and says what became of it. */
export function FileButton({ label, accept, done, onFile }: FileButtonProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<ImportProblem | 'done' | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setOutcome((await onFile(file)) ?? 'done')
    // The same file may be chosen again, once it has been corrected.
    if (input.current) input.current.value = ''
  }
  const isProblem = outcome !== null && outcome !== 'done'
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        class="unseen"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <span class={isProblem ? 'problem' : 'soft'} role="status">
        {outcome === 'done' && done}
        {isProblem && t('settings.import_failed', [problemText(outcome, t)])}
      </span>
    </>
  )
}
