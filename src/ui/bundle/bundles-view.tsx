import { useRef, useState } from 'preact/hooks'
import type { Lookup } from '../../model/lookup.ts'
import type { Settings } from '../../model/settings.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { AddBundle, type AddBundleProps } from './add-bundle.tsx'
import type { BundleActionsProps } from './bundle-actions.tsx'
import { BundleCard } from './bundle-card.tsx'
import type { EntriesState } from './entries-state.ts'
import { UpdatePanel, type UpdatePanelProps } from './update-panel.tsx'

export interface BundlesViewProps
  extends UpdatePanelProps,
    Omit<AddBundleProps, 'wanted' | 'onTaken' | 'onAdded'>,
    Pick<BundleActionsProps, 'onArrange' | 'onSwitch' | 'onRemove' | 'onKeepPrivate'> {
  readonly lookup: Lookup
  readonly entries: EntriesState
  /** Now as an ISO 8601 instant: what is out of date depends on it. */
  readonly now: string
  readonly settings: Settings
}

/** Where the facts come from: bundles in their order, updates, and the way to a further one. */
export function BundlesView(props: BundlesViewProps) {
  const t = useText()
  const { entries, lookup, now, settings, onArrange, onSwitch, onKeepPrivate } = props
  const title = useRef<HTMLHeadingElement>(null)
  // The card goes, and with it the button that has the focus
  const onRemove = async (link: string) => {
    await props.onRemove(link)
    title.current?.focus()
  }
  const [wanted, setWanted] = useState<string>()
  const [added, setAdded] = useState<string>()
  const all = entries.state === 'ready' ? entries.entries : []
  const order = all.flatMap(({ info }) => info?.bundle ?? [])
  return (
    <div class="bundles">
      <h1 class="view-title" tabIndex={-1} ref={title}>
        {t('bundle.title')}
      </h1>
      {entries.state === 'failed' && <Notice tone="danger">{t('bundle.failed')}</Notice>}
      <UpdatePanel {...props} />
      {all.map((entry) => (
        <BundleCard
          key={entry.info?.bundle ?? entry.subscription?.link}
          {...{ entry, order, lookup, now, onArrange, onSwitch, onRemove, onKeepPrivate }}
          privateBundles={settings.privateBundles}
          onLookAt={setWanted}
          isArriving={entry.subscription !== undefined && entry.subscription.link === added}
        />
      ))}
      <AddBundle {...props} wanted={wanted} onTaken={() => setWanted(undefined)} onAdded={setAdded} />
    </div>
  )
}
