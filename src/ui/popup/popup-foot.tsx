import type { BundlesState } from '../bundle/use-bundles.ts'
import { formatInstantDay } from '../format/instants.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import { formatRoute, type Route } from './route.ts'

export interface PopupFootProps {
  readonly bundles: BundlesState
  readonly route: Route
  readonly layout: 'popup' | 'page'
  /** Opens the side panel; absent where there is none to open. */
  readonly onPanel?: () => void
  readonly onSettings: () => void
}

/** Where the facts come from, in a line that leads to the whole of it; and the way to a page with more room. */
export function PopupFoot({ bundles, route, layout, onPanel, onSettings }: PopupFootProps) {
  const t = useText()
  const first = bundles.state === 'ready' ? bundles.bundles[0] : undefined
  return (
    <footer class="popup-foot">
      <a class="foot-link foot-bundle" href={formatRoute({ view: 'bundles' })}>
        <Icon name="bundle" />
        <span>
          {first
            ? t('popup.bundle', [isolated(first.title), formatInstantDay(first.created, t)])
            : t('bundle.title')}
        </span>
      </a>
      {layout === 'popup' && onPanel && (
        <button type="button" class="foot-link foot-button" onClick={onPanel}>
          {t('panel.open')}
        </button>
      )}
      <button type="button" class="foot-link foot-button" onClick={onSettings}>
        {t('settings.title')}
      </button>
      {layout === 'popup' && (
        <a class="foot-link" href={formatRoute(route)} target="_blank" rel="noopener">
          {t('popup.open_tab')}
          <Icon name="external" />
        </a>
      )}
    </footer>
  )
}
