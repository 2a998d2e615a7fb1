import { useState } from 'preact/hooks'
import type { SyncState } from '../../model/sync-state.ts'
import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { formatInstant } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { outcomeText } from './outcome-text.ts'
import { UpdateProgress } from './update-progress.tsx'
import { type LastUpdate, outcomesToShow, type UpdateState } from './update-state.ts'

export interface UpdatePanelProps {
  /** Absent where no update was ever tried. */
  readonly lastUpdate: LastUpdate | undefined
  /** Where a running update stands, as far as it is known. */
  readonly progress?: SyncState | undefined
  /** Fetches and verifies every subscribed bundle; rejects where nobody answers. */
  readonly onUpdate: () => Promise<readonly UpdateOutcome[]>
}

/** "Update now", its progress, and how it ended. */
export function UpdatePanel({ lastUpdate, progress, onUpdate }: UpdatePanelProps) {
  const t = useText()
  const [state, setState] = useState<UpdateState>({ state: 'idle' })
  const running = state.state === 'running'
  const start = () => {
    if (running) return
    setState({ state: 'running' })
    void ended(onUpdate).then(setState)
  }
  return (
    <div class="update">
      <div class="update-action">
        {/* A disabled button would lose the focus of whoever pressed it. */}
        <button type="button" class="button button-main" aria-disabled={running} onClick={start}>
          {running ? t('sync.running') : t('sync.update_now')}
        </button>
        {lastUpdate && <span class="soft">{t('sync.last', [formatInstant(lastUpdate.at, t)])}</span>}
      </div>
      {running && <UpdateProgress progress={progress} />}
      {state.state === 'unanswered' && <Notice tone="danger">{t('sync.unanswered')}</Notice>}
      {outcomesToShow(state, lastUpdate).map((outcome, index) => (
        <Outcome key={index} outcome={outcome} />
      ))}
    </div>
  )
}

async function ended(onUpdate: UpdatePanelProps['onUpdate']): Promise<UpdateState> {
  try {
    return { state: 'ended', outcomes: await onUpdate() }
  } catch {
    return { state: 'unanswered' }
  }
}

function Outcome({ outcome }: { readonly outcome: UpdateOutcome }) {
  const t = useText()
  const { tone, title, text, detail } = outcomeText(outcome, t)
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
      {detail !== undefined && detail !== '' && (
        <details class="soft">
          <summary>{t('sync.detail')}</summary>
          <code>{detail}</code>
        </details>
      )}
    </Notice>
  )
}
