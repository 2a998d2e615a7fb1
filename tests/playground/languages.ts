import arabic from '../../assets/locales/ar.yml?raw'
import spanish from '../../assets/locales/es.yml?raw'
import french from '../../assets/locales/fr.yml?raw'
import russian from '../../assets/locales/ru.yml?raw'
import chinese from '../../assets/locales/zh_CN.yml?raw'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { translateFrom, translateTo } from './catalogue.ts'

const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  n: 'ñ',
  A: 'Á',
  E: 'É',
  O: 'Ö',
  U: 'Ü',
}

/** A third longer and accented, as German or Russian would be; substitutions stay as they are. */
const lengthened = (text: string): string => {
  if (text === '') return text
  const accented = text.replace(/[aeiounAEOU]/g, (letter) => ACCENTS[letter] ?? letter)
  return text.length < 4 ? accented : `${accented} ${'·'.repeat(Math.ceil(text.length / 3))}`
}

/** The languages of the product, and one that is longer than any of them. */
const LANGUAGES: Readonly<Record<string, () => Translate>> = {
  en: () => translateFrom(''),
  long: () => translateTo({ language: 'de', direction: 'ltr', speak: lengthened }),
  ar: () => translateFrom(arabic),
  es: () => translateFrom(spanish),
  fr: () => translateFrom(french),
  ru: () => translateFrom(russian),
  zh: () => translateFrom(chinese),
}

export const LANGUAGE_NAMES = Object.keys(LANGUAGES)

/** The texts of a language of the playground; English for a name that is none. */
export const textsOf = (name: string): Translate => (LANGUAGES[name] ?? (() => translateFrom('')))()
