import { useRef, useState } from 'preact/hooks'
import { type CitedFact, markdownCitation, plainCitation } from '../../facts/citation.ts'
import { useText } from '../i18n/text-context.ts'
import { useFactActions } from './fact-actions.ts'
import { Icon } from './icon.tsx'

/** Where copying stands: offered, a way to be chosen, done or refused. */
type Copying = 'offered' | 'choosing' | 'copied' | 'refused'

interface CopyFactProps {
  /** The fact in the reader's words, but for its subject. */
  readonly cited: Omit<CitedFact, 'subject'>
}

/** Copies a fact with its citation, as plain text or as Markdown; says whether it could. */
export function CopyFact({ cited }: CopyFactProps) {
  const t = useText()
  const { subject, copy } = useFactActions()
  const [state, setState] = useState<Copying>('offered')
  const choices = useRef<HTMLSpanElement>(null)
  if (!copy) return null
  const put = async (text: string) => setState((await copy(text)) ? 'copied' : 'refused')
  const choose = () => {
    setState('choosing')
    // The button that was pressed makes room for two: the focus goes to the first of them.
    requestAnimationFrame(() => choices.current?.querySelector('button')?.focus())
  }
  const fact = { ...cited, subject }
  return (
    <span class="copy" data-state={state}>
      {state !== 'choosing' && (
        <button type="button" class="copy-button" title={t('copy.fact')} onClick={choose}>
          <Icon name={state === 'copied' ? 'check' : 'copy'} />
          <span class="unseen">{t('copy.fact')}</span>
        </button>
      )}
      {state === 'choosing' && (
        <span class="copy-choices" ref={choices}>
          <button type="button" class="copy-choice" onClick={() => void put(plainCitation(fact))}>
            {t('copy.plain')}
          </button>
          <button type="button" class="copy-choice" onClick={() => void put(markdownCitation(fact))}>
            {t('copy.markdown')}
          </button>
        </span>
      )}
      <span role="status" class={state === 'refused' ? 'copy-refused' : 'unseen'}>
        {state === 'copied' && t('copy.done')}
        {state === 'refused' && t('copy.refused')}
      </span>
    </span>
  )
}
