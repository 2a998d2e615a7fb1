import type { BundleEntry } from '../../model/bundle-entry.ts'
import { stalenessOf } from '../../model/freshness.ts'
import { formatInstant, formatInstantDay } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { OutcomeNotice } from './outcome-notice.tsx'
import { UpdateProgress } from './update-progress.tsx'

/** How the last update of a bundle ended, how far one is that runs, and a warning where its facts may be out of date. */
export function BundleState({ entry, now }: { readonly entry: BundleEntry; readonly now: string }) {
  const t = useText()
  const state = entry.subscription?.state
  const stale = entry.info && stalenessOf(entry.info, now)
  return (
    <div class="bundle-state">
      {stale && (
        <Notice tone="warning" title={t('bundle.stale_title')}>
          {t(stale.kind === 'old' ? 'bundle.old' : 'bundle.stale', [formatInstantDay(stale.since, t)])}
        </Notice>
      )}
      {state && state.phase !== 'idle' && <UpdateProgress progress={state} />}
      {state?.phase === 'idle' && state.last && (
        <>
          <OutcomeNotice outcome={state.last.outcome} />
          <p class="soft">{t('sync.last', [formatInstant(state.last.at, t)])}</p>
        </>
      )}
    </div>
  )
}
