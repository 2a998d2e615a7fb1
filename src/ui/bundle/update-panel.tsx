import { useState } from 'preact/hooks'
import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { type EntriesState, runningUpdate } from './entries-state.ts'
import { OutcomeNotice } from './outcome-notice.tsx'

export interface UpdatePanelProps {
  readonly entries: EntriesState
  /** Fetches and verifies every subscribed bundle; rejects where nobody answers. */
  readonly onUpdate: () => Promise<readonly UpdateOutcome[]>
  /** Stops the update under way. */
  readonly onCancel: () => Promise<void>
}

type Asked =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'ended'; readonly outcomes: readonly UpdateOutcome[] }
  /** The background did not answer. */
  | { readonly state: 'unanswered' }

/** "Update now", and "Stop" while an update runs, whoever began it. How each bundle's ended stands with the bundle. */
export function UpdatePanel({ entries, onUpdate, onCancel }: UpdatePanelProps) {
  const t = useText()
  const [asked, setAsked] = useState<Asked>({ state: 'idle' })
  const running = asked.state === 'running' || runningUpdate(entries) !== undefined
  const start = () => {
    if (running) return
    setAsked({ state: 'running' })
    void ended(onUpdate).then(setAsked)
  }
  return (
    <div class="update">
      <div class="update-action">
        {/* A disabled button would lose the focus of whoever pressed it. */}
        <button type="button" class="button button-main" aria-disabled={running} onClick={start}>
          {running ? t('sync.running') : t('sync.update_now')}
        </button>
        {running && (
          <button type="button" class="button update-cancel" onClick={() => void onCancel()}>
            {t('sync.cancel')}
          </button>
        )}
      </div>
      {asked.state === 'unanswered' && <Notice tone="danger">{t('sync.unanswered')}</Notice>}
      {asked.state === 'ended' &&
        asked.outcomes
          .filter(isOfNoBundle)
          .map((outcome, index) => <OutcomeNotice key={index} outcome={outcome} />)}
    </div>
  )
}

/** What has no card to stand in. */
const isOfNoBundle = (outcome: UpdateOutcome): boolean =>
  outcome.outcome === 'no-subscription' ||
  (outcome.outcome === 'failed' && outcome.code === 'storage-unavailable')

async function ended(onUpdate: UpdatePanelProps['onUpdate']): Promise<Asked> {
  try {
    return { state: 'ended', outcomes: await onUpdate() }
  } catch {
    return { state: 'unanswered' }
  }
}
