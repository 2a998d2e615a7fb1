import type { SyncState } from '../../model/sync-state.ts'
import { formatBytes } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import type { Translate } from '../i18n/translate.ts'

/** How far an update is; without numbers where none are known yet. */
export function UpdateProgress({ progress }: { readonly progress: SyncState | undefined }) {
  const t = useText()
  const text = phaseText(progress, t)
  return (
    <div class="update-progress">
      <progress class="progress" aria-label={text} {...shareOf(progress)} />
      <p class="soft" role="status">
        {text}
      </p>
    </div>
  )
}

function phaseText(progress: SyncState | undefined, t: Translate): string {
  switch (progress?.phase) {
    case 'fetching':
      return t('sync.fetching', [
        progress.generation,
        formatBytes(progress.received, t),
        formatBytes(progress.total, t),
      ])
    case 'installing':
      return t('sync.installing', [progress.generation])
    case 'checking':
    case 'idle':
    case undefined:
      return t('sync.checking')
  }
}

/** The attributes of a progress element: bytes while fetching. */
function shareOf(progress: SyncState | undefined): { readonly value?: number; readonly max?: number } {
  if (progress?.phase === 'fetching') return { value: progress.received, max: progress.total }
  return {}
}
