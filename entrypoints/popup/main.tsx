import { render } from 'preact'
import { browser } from 'wxt/browser'
import '../../src/ui/popup/popup.css'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { languageOf } from '../../src/ui/i18n/translate.ts'
import { readTexts } from '../interface/texts.ts'
import { App } from './app.tsx'

/** The toolbar popup, or the same page opened in a tab: what differs is told by the views, without a question to the browser. */
async function start(): Promise<void> {
  // The database and its code would hold up the first view, which needs neither.
  const painted = Promise.withResolvers<void>()
  const opening = painted.promise
    .then(() => import('./popup-data.ts'))
    .then(({ openPopupData }) => openPopupData())
  const reading = readSettings()
  const [settings, t] = await Promise.all([reading, readTexts(reading)])
  document.title = t('extension.name')
  const ownOpening = painted.promise
    .then(() => import('../interface/open-own.ts'))
    .then(({ openOwn }) => openOwn(languageOf(t)))
  const layout = browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'page'
  document.documentElement.dataset.layout = layout
  const root = document.getElementById('app')
  if (root) render(<App {...{ t, settings, opening, ownOpening, layout }} />, root)
  void firstPaint().then(painted.resolve)
}

/** No frame comes in a page that nobody sees, in a tab behind others: then after so many milliseconds. */
const UNSEEN = 100

/** Resolves when what has been rendered is on the screen. */
const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, UNSEEN)
  })

/** A store that cannot be read must not keep the popup from opening. */
const readSettings = (): Promise<Settings> => settingsStore.getValue().catch(() => DEFAULT_SETTINGS)

void start()
