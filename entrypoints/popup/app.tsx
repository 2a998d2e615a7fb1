import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { OwnContext } from '../../src/ui/own/own-context.ts'
import { Popup } from '../../src/ui/popup/popup.tsx'
import type { OpenedOwn } from '../interface/open-own.ts'
import { pageActions } from '../interface/page-actions.ts'
import { useMutesHere } from '../interface/use-mutes-here.ts'
import { useOwnLayer } from '../interface/use-own.ts'
import { usePanelButton } from '../interface/use-panel-button.ts'
import { bundleActions } from './bundle-actions.ts'
import type { PopupData } from './popup-data.ts'
import { useData } from './use-data.ts'
import { useRecent } from './use-recent.ts'
import { useTab } from './use-tab.ts'

interface AppProps {
  readonly t: Translate
  readonly settings: Settings
  readonly opening: Promise<PopupData>
  readonly ownOpening: Promise<OpenedOwn | null>
  readonly layout: 'popup' | 'page'
}

/** The popup with the browser behind it. */
export function App({ t, settings: initial, opening, ownOpening, layout }: AppProps) {
  const { tab, access, recheck } = useTab(layout === 'popup')
  const [settings, setSettings] = useState(initial)
  const { lookup, data, entries } = useData(opening)
  const { recent, addRecent, forgetRecent } = useRecent()
  const own = useOwnLayer(ownOpening)
  const mutes = useMutesHere(tab)
  useEffect(() => settingsStore.watch(setSettings), [])
  const openPanel = usePanelButton()
  return (
    <OwnContext.Provider value={own}>
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
        {...pageActions(tab, settings, recheck)}
        {...mutes}
        {...(openPanel && { onPanel: openPanel })}
        onSettings={() => void browser.runtime.openOptionsPage()}
        {...bundleActions}
      />
    </OwnContext.Provider>
  )
}
