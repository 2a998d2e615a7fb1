import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BundlePreview as Preview } from '../../model/bundle-entry.ts'
import type { Result } from '../../model/result.ts'
import type { LinkProblem, PreviewProblem, SubscribeProblem } from '../../model/subscribe-problem.ts'
import { useText } from '../i18n/text-context.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { Notice } from '../shared/notice.tsx'
import { BundlePreview } from './bundle-preview.tsx'
import { OutcomeNotice } from './outcome-notice.tsx'

export interface AddBundleProps {
  /** Asks what a link leads to; rejects where nobody answers. */
  readonly onPreview: (address: string) => Promise<Result<Preview, PreviewProblem>>
  /** Adds the bundle of a preview and begins to fetch it. */
  readonly onSubscribe: (preview: Preview) => Promise<Result<null, SubscribeProblem>>
  /** A link that the reader wants to look at, from elsewhere in the view; it is taken once. */
  readonly wanted: string | undefined
  readonly onTaken: () => void
  /** A bundle was added, by its link. */
  readonly onAdded: (link: string) => void
}

type AddState =
  /** `isBack`: from what a link led to. */
  | { readonly state: 'editing'; readonly isBack?: true }
  | { readonly state: 'looking' }
  | { readonly state: 'refused'; readonly problem: PreviewProblem }
  | { readonly state: 'shown'; readonly preview: Preview }
  | { readonly state: 'adding'; readonly preview: Preview }
  | { readonly state: 'not-added'; readonly problem: SubscribeProblem }
  | { readonly state: 'added' }
  | { readonly state: 'unanswered' }

const PROBLEMS = {
  'not-an-address': 'subscription.problem.not_an_address',
  'not-https': 'subscription.problem.not_https',
  'has-credentials': 'subscription.problem.has_credentials',
  'has-query': 'subscription.problem.has_query',
  'no-fingerprint': 'subscription.problem.no_fingerprint',
  'not-saved': 'subscription.problem.not_saved',
  'too-many': 'subscription.problem.too_many',
} as const satisfies Record<LinkProblem | SubscribeProblem, MessageKey>

/** The way to a further bundle: a link, then what it leads to, and only then anything is installed. */
export function AddBundle({ onPreview, onSubscribe, wanted, onTaken, onAdded }: AddBundleProps) {
  const [text, setText] = useState('')
  const [add, setAdd] = useState<AddState>({ state: 'editing' })
  const looks = useRef(0)
  const look = async (address: string) => {
    looks.current += 1
    const mine = looks.current
    setAdd({ state: 'looking' })
    const next = await previewed(onPreview, address.trim())
    // The reader has gone on to another link meanwhile
    if (mine === looks.current) setAdd(next)
  }
  // Asked for once: what else has changed meanwhile is no reason to look again
  useEffect(() => {
    if (wanted === undefined) return
    onTaken()
    setText(wanted)
    void look(wanted)
  }, [wanted])
  const confirm = async (preview: Preview) => {
    setAdd({ state: 'adding', preview })
    const next = await added(onSubscribe, preview)
    setAdd(next)
    if (next.state !== 'added') return
    setText('')
    onAdded(preview.link)
  }
  const edit = (next: string) => {
    looks.current += 1
    setText(next)
    setAdd({ state: 'editing' })
  }
  if (add.state === 'shown' || add.state === 'adding')
    return (
      <BundlePreview
        preview={add.preview}
        isAdding={add.state === 'adding'}
        onConfirm={() => void confirm(add.preview)}
        onBack={() => setAdd({ state: 'editing', isBack: true })}
      />
    )
  return <LinkForm {...{ text, add }} onEdit={edit} onLook={() => void look(text)} />
}

interface LinkFormProps {
  readonly text: string
  readonly add: AddState
  readonly onEdit: (text: string) => void
  readonly onLook: () => void
}

function LinkForm({ text, add, onEdit, onLook }: LinkFormProps) {
  const t = useText()
  const id = useId()
  const canLook = add.state !== 'looking' && text.trim() !== ''
  const submit = (event: Event) => {
    event.preventDefault()
    if (canLook) onLook()
  }
  const problem = problemOf(add)
  const [field, result] = [useRef<HTMLInputElement>(null), useRef<HTMLDivElement>(null)]
  // The button that led back here is gone: whoever goes on by keyboard goes on from the field
  useLayoutEffect(() => {
    if (isBackFromPreview(add)) field.current?.focus()
  }, [])
  // The form stands at the end of the list: what came of it would lie below the edge of the popup
  useEffect(() => {
    if (add.state !== 'editing') result.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [add.state])
  return (
    <form class="subscription" onSubmit={submit}>
      <label for={id}>{t('subscription.label')}</label>
      <div class="subscription-row">
        <input
          id={id}
          ref={field}
          class="field"
          type="text"
          dir="ltr"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          placeholder={t('subscription.placeholder')}
          aria-describedby={`${id}-help ${id}-state`}
          aria-invalid={problem !== undefined}
          value={text}
          onInput={(event) => onEdit(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-disabled={!canLook}>
          {t('subscription.look')}
        </button>
      </div>
      <p class="soft" id={`${id}-help`}>
        {t('subscription.help')}
      </p>
      <div ref={result}>
        <p class="form-state" id={`${id}-state`} role="status" data-state={problem ? 'refused' : add.state}>
          {add.state === 'looking' && t('subscription.looking')}
          {add.state === 'added' && t('subscription.added')}
          {problem && t(problem)}
        </p>
        {add.state === 'unanswered' && <Notice tone="danger">{t('sync.unanswered')}</Notice>}
        {add.state === 'refused' && add.problem.kind === 'host' && (
          <OutcomeNotice outcome={{ ...add.problem, outcome: 'failed' }} title={t('subscription.refused')} />
        )}
      </div>
    </form>
  )
}

const isBackFromPreview = (add: AddState): boolean =>
  add.state === 'not-added' || (add.state === 'editing' && add.isBack === true)

function problemOf(add: AddState): MessageKey | undefined {
  if (add.state === 'refused' && add.problem.kind === 'link') return PROBLEMS[add.problem.code]
  return add.state === 'not-added' ? PROBLEMS[add.problem] : undefined
}

async function previewed(onPreview: AddBundleProps['onPreview'], address: string): Promise<AddState> {
  try {
    const preview = await onPreview(address)
    return preview.ok
      ? { state: 'shown', preview: preview.value }
      : { state: 'refused', problem: preview.error }
  } catch {
    return { state: 'unanswered' }
  }
}

async function added(onSubscribe: AddBundleProps['onSubscribe'], preview: Preview): Promise<AddState> {
  try {
    const result = await onSubscribe(preview)
    return result.ok ? { state: 'added' } : { state: 'not-added', problem: result.error }
  } catch {
    return { state: 'unanswered' }
  }
}
