import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import type { ExportFormat } from '../../src/ui/panel/export-bar.tsx'
import { Panel } from '../../src/ui/panel/panel.tsx'
import type { OpenedOwn } from '../interface/open-own.ts'
import { pageActions } from '../interface/page-actions.ts'
import { useMutesHere } from '../interface/use-mutes-here.ts'
import { useOwnLayer } from '../interface/use-own.ts'
import type { PopupData } from '../popup/popup-data.ts'
import { useData } from '../popup/use-data.ts'
import { exportDossier } from './export-dossier.ts'
import { useFollowedTab } from './use-followed-tab.ts'
import { usePanelRequest } from './use-panel-request.ts'

interface AppProps {
  readonly t: Translate
  readonly settings: Settings
  readonly opening: Promise<PopupData>
  readonly ownOpening: Promise<OpenedOwn | null>
}

/** The side panel with the browser behind it. */
export function App({ t, settings: initial, opening, ownOpening }: AppProps) {
  const { tab, access, dossier, recheck } = useFollowedTab()
  const [settings, setSettings] = useState(initial)
  const { lookup, data } = useData(opening)
  const own = useOwnLayer(ownOpening)
  const request = usePanelRequest()
  const mutes = useMutesHere(tab)
  useEffect(() => settingsStore.watch(setSettings), [])
  const today = new Date().toISOString().slice(0, 10)
  const save = (format: ExportFormat) =>
    exportDossier({
      format,
      tab,
      marks: access.state === 'marks' ? access.marks : undefined,
      notes: own.layer.notes,
      lookup,
      t,
      today,
    })
  return (
    <Panel
      t={t}
      lookup={lookup}
      storage={data?.storage ?? 'ready'}
      settings={settings}
      today={today}
      tab={access}
      dossier={dossier}
      own={own}
      request={request}
      {...pageActions(tab, settings, recheck)}
      {...mutes}
      onExport={save}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />
  )
}
