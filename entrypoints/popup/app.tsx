import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { jumpInTab, tellPage } from '../../src/messaging/client.ts'
import type { EntityRef } from '../../src/model/ids.ts'
import { type Settings, withHost } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { Popup } from '../../src/ui/popup/popup.tsx'
import type { AccessScope } from '../../src/ui/popup/tab-access.ts'
import { bundleActions } from './bundle-actions.ts'
import type { PopupData } from './popup-data.ts'
import { sitePattern } from './tab.ts'
import { useData } from './use-data.ts'
import { useRecent } from './use-recent.ts'
import { useTab } from './use-tab.ts'

interface AppProps {
  readonly t: Translate
  readonly settings: Settings
  readonly opening: Promise<PopupData>
  readonly layout: 'popup' | 'page'
}

/** The popup with the browser behind it. */
export function App({ t, settings: initial, opening, layout }: AppProps) {
  const { tab, access, recheck } = useTab(layout === 'popup')
  const [settings, setSettings] = useState(initial)
  const { lookup, data, entries } = useData(opening)
  const { recent, addRecent, forgetRecent } = useRecent()
  useEffect(() => settingsStore.watch(setSettings), [])
  const jump = (entity: EntityRef, index: number) => {
    if (tab) void jumpInTab(tab.id, entity, index)
  }
  const allow = (scope: AccessScope) => {
    void (scope === 'page' ? Promise.resolve(true) : requestAccess(scope, tab?.url)).then(recheck)
  }
  const switchSite = (host: string, on: boolean) => {
    // Of a private window nothing is remembered: the switch holds for this page until it is left.
    const switched = tab?.isPrivate
      ? tellPage(tab.id, 'tab/switch', { on })
      : settingsStore.setValue(withHost(settings, host, on))
    void switched.then(recheck)
  }
  return (
    <Popup
      t={t}
      layout={layout}
      lookup={lookup}
      storage={data?.storage ?? 'ready'}
      settings={settings}
      today={new Date().toISOString().slice(0, 10)}
      tab={access}
      entries={entries}
      recent={recent}
      onOpened={addRecent}
      onForget={forgetRecent}
      onJump={jump}
      onAllow={allow}
      onSwitchSite={switchSite}
      {...bundleActions}
    />
  )
}

/** The browser asks the reader itself; it demands that this is called within the click. */
function requestAccess(scope: 'site' | 'all', url: string | undefined): Promise<boolean> {
  const pattern = scope === 'all' || url === undefined ? '<all_urls>' : sitePattern(url)
  return browser.permissions.request({ origins: [pattern] })
}
