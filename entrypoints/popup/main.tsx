import { render } from 'preact'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import '../../src/ui/popup/popup.css'
import { directionOf, languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { App } from './app.tsx'
import { openPopupData } from './popup-data.ts'

const t = i18n.t as Translate

/** A popup belongs to no tab; the same page opened as a tab does. */
async function start(): Promise<void> {
  document.documentElement.lang = languageOf(t)
  document.documentElement.dir = directionOf(t)
  document.title = t('extension.name')
  const [own, data] = await Promise.all([browser.tabs.getCurrent(), openPopupData()])
  const layout = own === undefined ? 'popup' : 'page'
  document.documentElement.dataset.layout = layout
  const root = document.getElementById('app')
  if (root) render(<App t={t} data={data} layout={layout} />, root)
}

void start()
