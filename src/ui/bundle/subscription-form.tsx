import { useId, useState } from 'preact/hooks'
import { useText } from '../i18n/text-context.ts'
import type { MessageKey } from '../i18n/translate.ts'

/** Why an address was not saved. */
export type SubscriptionProblem =
  | 'not-an-address'
  | 'not-https'
  | 'has-credentials'
  | 'has-query'
  | 'no-fingerprint'
  | 'not-saved'

export interface SubscriptionFormProps {
  /** The address that is subscribed to, or an empty text. */
  readonly address: string
  /** Saves an address, or an empty text to end the subscription; gives why it could not, or null. */
  readonly onSubscribe: (address: string) => Promise<SubscriptionProblem | null>
}

type FormState =
  | { readonly state: 'editing' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'refused'; readonly problem: SubscriptionProblem }

const PROBLEMS = {
  'not-an-address': 'subscription.problem.not_an_address',
  'not-https': 'subscription.problem.not_https',
  'has-credentials': 'subscription.problem.has_credentials',
  'has-query': 'subscription.problem.has_query',
  'no-fingerprint': 'subscription.problem.no_fingerprint',
  'not-saved': 'subscription.problem.not_saved',
} as const satisfies Record<SubscriptionProblem, MessageKey>

/** The address from which facts are fetched. The part after `#` pins the publisher's key. */
export function SubscriptionForm({ address, onSubscribe }: SubscriptionFormProps) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState(address)
  const [form, setForm] = useState<FormState>({ state: 'editing' })
  const canSave = form.state !== 'saving' && text.trim() !== address
  const edit = (next: string) => {
    setText(next)
    setForm({ state: 'editing' })
  }
  const save = (event: Event) => {
    event.preventDefault()
    if (!canSave) return
    setForm({ state: 'saving' })
    void saved(onSubscribe, text.trim()).then(setForm)
  }
  return (
    <form class="subscription" onSubmit={save}>
      <label for={id}>{t('subscription.label')}</label>
      <div class="subscription-row">
        <input
          id={id}
          class="field"
          type="text"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          placeholder={t('subscription.placeholder')}
          aria-describedby={`${id}-help ${id}-state`}
          aria-invalid={form.state === 'refused'}
          value={text}
          onInput={(event) => edit(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-disabled={!canSave}>
          {t('subscription.save')}
        </button>
      </div>
      <p class="soft" id={`${id}-help`}>
        {t('subscription.help')}
      </p>
      <p class="form-state" id={`${id}-state`} role="status" data-state={form.state}>
        {form.state === 'saved' && t('subscription.saved')}
        {form.state === 'refused' && t(PROBLEMS[form.problem])}
      </p>
    </form>
  )
}

async function saved(onSubscribe: SubscriptionFormProps['onSubscribe'], address: string): Promise<FormState> {
  try {
    const problem = await onSubscribe(address)
    return problem === null ? { state: 'saved' } : { state: 'refused', problem }
  } catch {
    return { state: 'refused', problem: 'not-saved' }
  }
}
