import type { LocalText } from '../model/entity.ts'
import { foldKey } from '../text/fold.ts'
import { russianNounForms } from '../text/inflection/inflected-forms.ts'
import { chineseForms } from './chinese-forms.ts'
import { languageOf } from './languages.ts'

/** Where the head of an English title ends: "Code | of Conduct | for Information Security". */
const PREPOSITION = /\s+(?:of|for|on|to|in|between|among|against|with|and|at|by)\s+/u

/** Where the head of a German title ends: "Organisation | für ...", "Charta | der ...". */
const GERMAN_PREPOSITION = /\s+(?:für|über|gegen|der|des|zur|zum|von|vom|und|in|im)\s+/u

/** A short form of more words than this is no short form. */
const MOST_WORDS = 4

/** Written with a capital and small letters: an acronym is no generic form. */
const CAPITALISED = /^\p{Lu}[\p{L}-]*\p{Ll}[\p{L}-]*$/u

/**
 * The generic forms by which a text in a language may mention something again once it has named it, as
 * folded keys: "Code of Conduct for Information Security" gives "code" and "code of conduct", "International
 * Telecommunication Union" gives "union" and "telecommunication union", "Organización de los Estados Americanos" gives "organización". In
 * Russian all cases of the noun. Only words that the name itself capitalises, but in Russian names, which capitalise the first.
 */
export function shortFormsOf(name: LocalText): readonly string[] {
  const known = formsOfNames.get(name)
  if (known) return known
  // An acronym is no generic form, and most names on a page are acronyms.
  const forms =
    /\p{Ll}|\p{Script=Han}/u.test(name.text) || languageOf(name.lang) === 'ru' ? readForms(name) : NONE
  formsOfNames.set(name, forms)
  return forms
}

/** The names of an entity are the same objects on every page, so that each is taken apart once. */
const formsOfNames = new WeakMap<LocalText, readonly string[]>()
const NONE: readonly string[] = []

function readForms({ text: name, lang }: LocalText): string[] {
  const plain = name
    .replace(/\s*\([^)]*\)\s*/gu, ' ')
    .trim()
    .replace(/\s(?:19|20)\d\d$/u, '')
  switch (languageOf(lang)) {
    case 'fr':
    case 'es':
      return genericNoun(plain.split(/\s+/u)[0])
    case 'de':
      return germanNoun(plain.split(GERMAN_PREPOSITION, 1)[0]?.split(/\s+/u).at(-1))
    case 'ru':
      return russianNounForms(plain).map(foldKey)
    case 'zh':
      return chineseForms(plain)
    case 'en':
      return englishForms(plain)
  }
}

/** "UN-Charta" is mentioned again as "die Charta". */
const germanNoun = (word = ''): string[] => genericNoun(word.slice(word.lastIndexOf('-') + 1))

const genericNoun = (word = ''): string[] => (CAPITALISED.test(word) ? [foldKey(word)] : [])

function englishForms(plain: string): string[] {
  // Most names have no preposition.
  const [head = '', next = ''] = / \p{Ll}/u.test(plain) ? plain.split(PREPOSITION, 2) : [plain]
  const noun = head.split(/\s+/u).at(-1) ?? ''
  if (!CAPITALISED.test(noun)) return []
  const two = lastTwoWords(head)
  if (next === '') return [foldSpelling(noun), ...two]
  const phrase = plain.slice(
    plain.indexOf(head) + head.length - noun.length,
    plain.indexOf(next, head.length) + next.length,
  )
  const isPhrase = phrase.split(/\s+/u).length <= MOST_WORDS && plain.length > phrase.length
  return [...new Set([foldSpelling(noun), ...two, ...(isPhrase ? [foldSpelling(phrase)] : [])])]
}

/** "UN High Commissioner | for Refugees" is mentioned again as "the High Commissioner". */
function lastTwoWords(head: string): string[] {
  const [first = '', second = ''] = head.split(/\s+/u).slice(-2)
  return second !== '' && CAPITALISED.test(first) ? [foldSpelling(`${first} ${second}`)] : []
}

/** British and American spellings of "organisation" are one word here. */
export const foldSpelling = (phrase: string): string =>
  foldKey(phrase).replaceAll('organization', 'organisation')
