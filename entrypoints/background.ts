import { defineBackground } from 'wxt/utils/define-background'
import { i18n } from '#i18n'
import { startBackground } from '../src/background/start-background.ts'

export default defineBackground({ type: 'module', main: () => startBackground(i18n.t('meta.language')) })
