import { render } from 'preact'
import '../../src/ui/panel/panel.css'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { languageOf } from '../../src/ui/i18n/translate.ts'
import { openOwn } from '../interface/open-own.ts'
import { readTexts } from '../interface/texts.ts'
import { openPopupData } from '../popup/popup-data.ts'
import { App } from './app.tsx'

async function start(): Promise<void> {
  const opening = openPopupData()
  const [t, settings] = await Promise.all([
    readTexts(),
    settingsStore.getValue().catch(() => DEFAULT_SETTINGS),
  ])
  document.title = t('panel.title')
  document.documentElement.dataset.layout = 'page'
  const own = openOwn(languageOf(t))
  const root = document.getElementById('app')
  if (root) render(<App t={t} settings={settings} opening={opening} ownOpening={own} />, root)
}

void start()
