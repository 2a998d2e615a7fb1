import { isolated, visibleText } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'

interface SiteSwitchProps {
  readonly host: string
  readonly isOn: boolean
  readonly onSwitch: (on: boolean) => void
}

/** Marks on or off on the site of this page. */
export function SiteSwitch({ host, isOn, onSwitch }: SiteSwitchProps) {
  const t = useText()
  return (
    <div class="site">
      <span class="site-host" title={visibleText(host)}>
        {visibleText(host)}
      </span>
      <label class="switch">
        <span>{isOn ? t('site.marking_on') : t('site.marking_off')}</span>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-label={t('site.label', [isolated(host)])}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </label>
    </div>
  )
}
