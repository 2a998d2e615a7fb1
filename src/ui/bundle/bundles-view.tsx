import type { Lookup } from '../../model/lookup.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { AddBundle, type AddBundleProps } from './add-bundle.tsx'
import type { BundleActionsProps } from './bundle-actions.tsx'
import { BundleCard } from './bundle-card.tsx'
import type { EntriesState } from './entries-state.ts'
import { UpdatePanel, type UpdatePanelProps } from './update-panel.tsx'

export interface BundlesViewProps
  extends UpdatePanelProps,
    AddBundleProps,
    Pick<BundleActionsProps, 'onArrange' | 'onSwitch' | 'onRemove'> {
  readonly lookup: Lookup
  readonly entries: EntriesState
  /** Now as an ISO 8601 instant: what is out of date depends on it. */
  readonly now: string
}

/** Where the facts come from: bundles in their order, updates, and the way to a further one. */
export function BundlesView(props: BundlesViewProps) {
  const t = useText()
  const { entries, lookup, now, onArrange, onSwitch, onRemove } = props
  const all = entries.state === 'ready' ? entries.entries : []
  const order = all.flatMap(({ info }) => info?.bundle ?? [])
  return (
    <div class="bundles">
      <h1 class="view-title" tabIndex={-1}>
        {t('bundle.title')}
      </h1>
      {entries.state === 'failed' && <Notice tone="danger">{t('bundle.failed')}</Notice>}
      <UpdatePanel {...props} />
      {all.map((entry) => (
        <BundleCard
          key={entry.info?.bundle ?? entry.subscription?.link}
          {...{ entry, order, lookup, now, onArrange, onSwitch, onRemove }}
        />
      ))}
      <AddBundle {...props} />
    </div>
  )
}
