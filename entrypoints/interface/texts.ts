import { browserMessages, messagesIn } from '../../src/background/catalogue.ts'
import type { Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { directionOf, languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { translator } from '../../src/ui/i18n/translator.ts'

/** The texts of an extension page in the reader's language, which its document is told too. */
export async function readTexts(
  settings: Promise<Pick<Settings, 'language'>> = settingsStore.getValue(),
): Promise<Translate> {
  const t = translator(await chosenMessages(settings))
  document.documentElement.lang = languageOf(t)
  document.documentElement.dir = directionOf(t)
  return t
}

/** A choice that cannot be read must not keep a page from opening. */
async function chosenMessages(settings: Promise<Pick<Settings, 'language'>>) {
  try {
    const { language } = await settings
    return await messagesIn(language)
  } catch (cause) {
    console.warn(cause)
    return browserMessages
  }
}
