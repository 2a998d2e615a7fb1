import { render } from 'preact'
import '../../src/ui/options/options.css'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { languageOf } from '../../src/ui/i18n/translate.ts'
import { openOwn } from '../interface/open-own.ts'
import { readTexts } from '../interface/texts.ts'
import { App } from './app.tsx'

async function start(): Promise<void> {
  const root = document.getElementById('app')
  if (!root) return
  const settings = await settingsStore.getValue().catch(() => DEFAULT_SETTINGS)
  const first = await readTexts()
  const opening = openOwn(languageOf(first))
  const draw = async () => {
    const t = await readTexts()
    document.title = t('settings.title')
    render(<App t={t} settings={settings} opening={opening} />, root)
  }
  await draw()
  let { language } = settings
  settingsStore.watch((changed) => {
    if (changed.language === language) return
    language = changed.language
    // The page itself changes its language with the choice.
    void draw()
  })
}

void start()
