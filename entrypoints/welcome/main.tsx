import { render } from 'preact'
import { i18n } from '#i18n'
import '../../src/ui/welcome/welcome.css'
import { directionOf, languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { App } from './app.tsx'

const t = i18n.t as Translate

document.documentElement.lang = languageOf(t)
document.documentElement.dir = directionOf(t)
document.title = t('welcome.title')
const root = document.getElementById('app')
if (root) render(<App t={t} />, root)
