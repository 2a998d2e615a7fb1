import { browser } from 'wxt/browser'
import { ask } from '../../src/messaging/client.ts'
import { catalogueSource } from '../../src/model/message-source.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { translator } from '../../src/ui/i18n/translator.ts'

/** The texts of the card: in the browser's language until the reader's choice is known. */
export interface CardTexts {
  readonly current: () => Translate
  /** Asks for the language that the reader chose. A page may not read catalogues, so the background sends it. */
  readonly refresh: () => Promise<void>
}

export function createTexts(): CardTexts {
  let t = translator((name, values) =>
    browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], values),
  )
  return {
    current: () => t,
    refresh: async () => {
      const reply = await ask('interface/texts', {})
      if (reply.ok && reply.value) t = translator(catalogueSource(reply.value))
    },
  }
}
