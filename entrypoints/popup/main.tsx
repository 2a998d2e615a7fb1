import { render } from 'preact'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import '../../src/ui/popup/popup.css'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { directionOf, languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { App } from './app.tsx'

const t = i18n.t as Translate

/** A popup belongs to no tab; the same page opened as a tab does. */
async function start(): Promise<void> {
  document.documentElement.lang = languageOf(t)
  document.documentElement.dir = directionOf(t)
  document.title = t('extension.name')
  const opening = import('./popup-data.ts').then(({ openPopupData }) => openPopupData())
  const [own, settings] = await Promise.all([browser.tabs.getCurrent(), readSettings()])
  const layout = own === undefined ? 'popup' : 'page'
  document.documentElement.dataset.layout = layout
  const root = document.getElementById('app')
  if (root) render(<App t={t} settings={settings} opening={opening} layout={layout} />, root)
}

/** A store that cannot be read must not keep the popup from opening. */
const readSettings = (): Promise<Settings> => settingsStore.getValue().catch(() => DEFAULT_SETTINGS)

void start()
