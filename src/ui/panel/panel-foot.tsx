import { useText } from '../i18n/text-context.ts'
import { formatRoute, type Route } from '../popup/route.ts'
import { Icon } from '../shared/icon.tsx'

interface PanelFootProps {
  readonly route: Route
  readonly onSettings: () => void
}

/** The page where the same entry has more room, the installed facts, and the settings. */
const ENTRY_PAGE = '/popup.html'

/** The ways out of the panel. */
export function PanelFoot({ route, onSettings }: PanelFootProps) {
  const t = useText()
  return (
    <footer class="popup-foot">
      <a
        class="foot-link"
        href={ENTRY_PAGE + formatRoute({ view: 'bundles' })}
        target="_blank"
        rel="noopener"
      >
        <Icon name="bundle" />
        <span>{t('bundle.title')}</span>
      </a>
      <button type="button" class="foot-link foot-button" onClick={onSettings}>
        {t('settings.title')}
      </button>
      {route.view === 'entity' && (
        <a class="foot-link" href={ENTRY_PAGE + formatRoute(route)} target="_blank" rel="noopener">
          {t('popup.open_tab')}
          <Icon name="external" />
        </a>
      )}
    </footer>
  )
}
