import { browser } from 'wxt/browser'
import { type CatalogueTexts, catalogueSource, type MessageSource } from '../model/message-source.ts'
import type { InterfaceLanguage } from '../model/settings.ts'

/** The language of the texts that a catalogue lacks. */
const FALLBACK = 'en'

/** A catalogue as the build packs it (`_locales/NAME/messages.json`). */
type PackedCatalogue = Readonly<Record<string, { readonly message: string }>>

/** The browser's own catalogue: the reader's language where there is one, else English. */
export const browserMessages: MessageSource = (name, values) =>
  browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0], values)

/** The texts in the language that the reader chose; null where that is the browser's own. */
export async function chosenTexts(language: InterfaceLanguage): Promise<CatalogueTexts | null> {
  if (language === 'auto') return null
  const [fallback, chosen] = await Promise.all([readCatalogue(FALLBACK), readCatalogue(language)])
  // A plural of the fallback must not stand in for forms that the language has.
  return { ...fallback, ...chosen }
}

/** The texts in the language that the reader chose, or the browser's own. */
export async function messagesIn(language: InterfaceLanguage): Promise<MessageSource> {
  const texts = await chosenTexts(language)
  return texts ? catalogueSource(texts) : browserMessages
}

async function readCatalogue(name: string): Promise<CatalogueTexts> {
  const address = browser.runtime.getURL(`/_locales/${name}/messages.json` as '/')
  const packed = (await (await fetch(address)).json()) as PackedCatalogue
  return Object.fromEntries(Object.entries(packed).map(([key, { message }]) => [key, message]))
}
