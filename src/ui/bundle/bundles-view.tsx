import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { BundleCard } from './bundle-card.tsx'
import { SubscriptionForm, type SubscriptionFormProps } from './subscription-form.tsx'
import { UpdatePanel, type UpdatePanelProps } from './update-panel.tsx'
import type { BundlesState } from './use-bundles.ts'

export interface BundlesViewProps extends UpdatePanelProps, SubscriptionFormProps {
  readonly bundles: BundlesState
  /** What is installed may have changed. */
  readonly onUpdated: () => void
}

/** Where the facts come from: installed bundles, updates, the subscription. */
export function BundlesView({
  bundles,
  onUpdated,
  lastUpdate,
  progress,
  onUpdate,
  address,
  onSubscribe,
}: BundlesViewProps) {
  const t = useText()
  const update = async (): Promise<readonly UpdateOutcome[]> => {
    const outcomes = await onUpdate()
    onUpdated()
    return outcomes
  }
  return (
    <div class="bundles">
      <h1 class="view-title" tabIndex={-1}>
        {t('bundle.title')}
      </h1>
      {bundles.state === 'failed' && <Notice tone="danger">{t('bundle.failed')}</Notice>}
      {bundles.state === 'ready' &&
        bundles.bundles.map((bundle) => <BundleCard key={bundle.bundle} bundle={bundle} />)}
      <UpdatePanel lastUpdate={lastUpdate} progress={progress} onUpdate={update} />
      <SubscriptionForm key={address} address={address} onSubscribe={onSubscribe} />
    </div>
  )
}
