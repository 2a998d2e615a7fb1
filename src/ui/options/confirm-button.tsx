import { useState } from 'preact/hooks'
import { useText } from '../i18n/text-context.ts'

interface ConfirmButtonProps {
  readonly label: string
  readonly confirm: string
  readonly done: string
  readonly onConfirm: () => Promise<void>
}

/** A button for what cannot be undone: it asks once more, in its own place. */
export function ConfirmButton({ label, confirm, done, onConfirm }: ConfirmButtonProps) {
  const t = useText()
  const [state, setState] = useState<'resting' | 'asking' | 'done'>('resting')
  if (state === 'asking')
    return (
      <span class="choices">
        <button
          type="button"
          class="button button-danger"
          // The focus would be lost with the button that asked.
          ref={(button) => button?.focus()}
          onClick={() => void onConfirm().then(() => setState('done'))}
        >
          {confirm}
        </button>
        <button type="button" class="button" onClick={() => setState('resting')}>
          {t('own.cancel')}
        </button>
      </span>
    )
  return (
    <>
      <button type="button" class="button" onClick={() => setState('asking')}>
        {label}
      </button>
      <span class="soft" role="status">
        {state === 'done' && done}
      </span>
    </>
  )
}
