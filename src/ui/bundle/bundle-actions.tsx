import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BundleEntry } from '../../model/bundle-entry.ts'
import type { BundleId } from '../../model/ids.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { moved } from './entries-state.ts'

export interface BundleActionsProps {
  readonly entry: BundleEntry
  /** The installed bundles, the first one first. */
  readonly order: readonly BundleId[]
  readonly onArrange: (order: readonly BundleId[]) => Promise<void>
  readonly onSwitch: (bundle: BundleId, isOn: boolean) => Promise<void>
  /** Bundles whose names are listed and not marked on pages. */
  readonly privateBundles: readonly string[]
  readonly onKeepPrivate: (bundle: BundleId, isPrivate: boolean) => Promise<void>
  readonly onRemove: (link: string) => Promise<void>
}

/** What can be done with a bundle: use it or not, move it, remove it after a second question. */
export function BundleActions(props: BundleActionsProps) {
  const { entry, order, onArrange, onSwitch, onRemove } = props
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { info, subscription, isOn } = entry
  const [keep, remove] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  const wasAsking = useRef(false)
  // The question takes the place of the button that was pressed: the focus goes to what changes nothing, and back
  useLayoutEffect(() => {
    if (asking !== wasAsking.current) (asking ? keep : remove).current?.focus()
    wasAsking.current = asking
  }, [asking])
  const title = isolated(info?.title ?? subscription?.base ?? '')
  if (asking && subscription)
    return (
      <fieldset class="bundle-actions" aria-label={t('bundle.remove_of', [title])}>
        <p>{entry.isPackaged ? t('bundle.remove_packaged') : t('bundle.remove_question')}</p>
        <button type="button" class="button button-main" onClick={() => void onRemove(subscription.link)}>
          {t('bundle.remove_yes')}
        </button>
        <button type="button" class="button" ref={keep} onClick={() => setAsking(false)}>
          {t('bundle.remove_no')}
        </button>
      </fieldset>
    )
  const use = t(isOn ? 'bundle.use_on' : 'bundle.use_off')
  return (
    <div class="bundle-actions">
      {info && (
        <button
          type="button"
          class="button bundle-switch"
          aria-pressed={isOn}
          aria-label={spoken(use, t('bundle.use_of', [title]))}
          onClick={() => void onSwitch(info.bundle, !isOn)}
        >
          {use}
        </button>
      )}
      {info && isOn && <PrivateSwitch {...props} bundle={info.bundle} title={title} />}
      {info && order.length > 1 && <Moves {...{ bundle: info.bundle, title, order, onArrange }} />}
      {subscription && (
        <button
          type="button"
          class="button bundle-remove"
          ref={remove}
          aria-label={t('bundle.remove_of', [title])}
          onClick={() => setAsking(true)}
        >
          {t('bundle.remove')}
        </button>
      )}
    </div>
  )
}

/** What is said of a button begins with what is shown on it, so that it can be asked for by voice (WCAG 2.5.3). */
const spoken = (shown: string, whole: string): string => `${shown}, ${whole}`

interface PrivateSwitchProps extends Pick<BundleActionsProps, 'privateBundles' | 'onKeepPrivate'> {
  readonly bundle: BundleId
  readonly title: string
}

/** A page can see what is marked on it: the names of a private bundle are listed only. */
function PrivateSwitch({ bundle, title, privateBundles, onKeepPrivate }: PrivateSwitchProps) {
  const t = useText()
  const isPrivate = privateBundles.includes(bundle)
  const shown = t(isPrivate ? 'bundle.marked_off' : 'bundle.marked_on')
  return (
    <button
      type="button"
      class="button bundle-switch bundle-private"
      aria-pressed={!isPrivate}
      aria-label={spoken(shown, t('bundle.marked_of', [title]))}
      title={t('bundle.marked_help')}
      onClick={() => void onKeepPrivate(bundle, !isPrivate)}
    >
      {shown}
    </button>
  )
}

interface MovesProps extends Pick<BundleActionsProps, 'order' | 'onArrange'> {
  readonly bundle: BundleId
  readonly title: string
}

/** The first bundle's names are shown first where several have one. */
function Moves({ bundle, title, order, onArrange }: MovesProps) {
  const t = useText()
  const move = (by: -1 | 1) => {
    const next = moved(order, bundle, by)
    if (next !== order) void onArrange(next)
  }
  return (
    <>
      <button
        type="button"
        class="button bundle-up"
        aria-label={spoken(t('bundle.up'), t('bundle.up_of', [title]))}
        aria-disabled={order[0] === bundle}
        onClick={() => move(-1)}
      >
        {t('bundle.up')}
      </button>
      <button
        type="button"
        class="button bundle-down"
        aria-label={spoken(t('bundle.down'), t('bundle.down_of', [title]))}
        aria-disabled={order.at(-1) === bundle}
        onClick={() => move(1)}
      >
        {t('bundle.down')}
      </button>
    </>
  )
}
