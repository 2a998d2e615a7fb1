import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { Options } from '../../src/ui/options/options.tsx'
import type { OpenedOwn } from '../interface/open-own.ts'
import { useOwnLayer } from '../interface/use-own.ts'
import { deleteOwn, exportOwn, exportSettings, importOwn, importSettings } from './files.ts'
import { unmute, useMutes } from './use-mutes.ts'
import { useSiteAccess } from './use-site-access.ts'

interface AppProps {
  readonly t: Translate
  readonly settings: Settings
  readonly opening: Promise<OpenedOwn | null>
}

/** Chromium's page of shortcuts; Firefox lets no extension open its own. */
const SHORTCUTS = 'chrome://extensions/shortcuts'

/** The settings with the browser behind them. */
export function App({ t, settings: initial, opening }: AppProps) {
  const [settings, setSettings] = useState(initial)
  const own = useOwnLayer(opening)
  const mutes = useMutes(languageOf(t))
  const { access, allowAll, revoke } = useSiteAccess()
  useEffect(() => {
    void settingsStore.getValue().then(setSettings)
    return settingsStore.watch(setSettings)
  }, [])
  const change = (next: Settings) => {
    setSettings(next)
    void settingsStore.setValue(next)
  }
  return (
    <Options
      t={t}
      settings={settings}
      access={access}
      own={own}
      mutes={mutes}
      shortcuts={import.meta.env.FIREFOX ? 'told' : 'page'}
      onChange={change}
      onAllowAll={allowAll}
      onRevoke={revoke}
      onUnmute={(mute) => void unmute(mute)}
      onShortcuts={() => void browser.tabs.create({ url: SHORTCUTS })}
      onExport={async () => exportSettings(settings, own.layer)}
      onImport={(file) => importSettings(file, opening)}
      onExportOwn={() => exportOwn(own.layer, t)}
      onImportOwn={(file) => importOwn(file, opening)}
      onReset={async () => change(DEFAULT_SETTINGS)}
      onDeleteOwn={() => deleteOwn(opening)}
    />
  )
}
