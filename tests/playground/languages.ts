import type { Translate } from '../../src/ui/i18n/translate.ts'
import { type PseudoLanguage, translateTo } from './catalogue.ts'

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
  const accented = text.replace(/[aeiounAEOU]/g, (letter) => ACCENTS[letter] ?? letter)
  return text.length < 4 ? accented : `${accented} ${'·'.repeat(Math.ceil(text.length / 3))}`
}

/** Hebrew letters in place of Latin ones: no language, but a script that runs from right to left. */
const mirrored = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    String.fromCodePoint(0x5d0 + ((letter.toLowerCase().codePointAt(0) ?? 97) - 97)),
  )

const LANGUAGES: Record<string, PseudoLanguage> = {
  en: { language: 'en-GB', direction: 'ltr', speak: (text) => text },
  long: { language: 'de', direction: 'ltr', speak: lengthened },
  rtl: { language: 'ar', direction: 'rtl', speak: mirrored },
}

export const LANGUAGE_NAMES = Object.keys(LANGUAGES)

/** The texts of a language of the playground; English for a name that is none. */
export const textsOf = (name: string): Translate =>
  translateTo(LANGUAGES[name] ?? { language: 'en-GB', direction: 'ltr', speak: (text) => text })
