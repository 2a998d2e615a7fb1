import { germanForms } from './german-forms.ts'
import { adjectiveForms } from './russian-adjectives.ts'
import { isFeminineName, russianPersonForms, russianPhraseForms } from './russian-names.ts'
import { CASES, nounForms } from './russian-nouns.ts'

/** A name to be inflected. */
export interface Inflectable {
  readonly text: string
  /** BCP 47. */
  readonly lang: string
  /** Absent for all but persons; the full name in the same language, where one is known, tells a woman's surname. */
  readonly person?: { readonly fullName?: string | undefined }
}

/** "و", which stands for "and" before a name and is no part of it. */
export const ARABIC_AND = 'و'

/**
 * The other grammatical forms in which running text may have a name, without the name itself; none for
 * languages that do not inflect names. Forms are generated, so some may not exist; they do no harm,
 * because nobody writes them.
 */
export function inflectedForms({ text, lang, person }: Inflectable): string[] {
  if (lang.startsWith('ru'))
    return person ? russianPersonForms(text, isFeminineName(person.fullName ?? '')) : russianPhraseForms(text)
  // Arabic writes "and" together with the word behind it.
  if (lang.startsWith('ar')) return [`${ARABIC_AND}${text}`]
  return lang.startsWith('de') && !person ? germanForms(text) : []
}

/**
 * The noun at the head of a Russian name of a body or a text in all its cases, small letters: "Шанхайская
 * организация сотрудничества" gives "организация", "организации", ... None where the head is an acronym.
 */
export function russianNounForms(name: string): string[] {
  const words = name.split(' ')
  const noun = words.find((word, at) => at + 1 === words.length || !adjectiveForms(word))?.toLowerCase() ?? ''
  if (!/^[а-яё]{4,}$/u.test(noun)) return []
  const forms = nounForms(noun, false)
  return [...new Set([noun, ...CASES.flatMap((key) => forms[key])])]
}
