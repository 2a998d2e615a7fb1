import { adjectiveForms, isFeminineAdjective } from './russian-adjectives.ts'
import { CASES, type CaseForms, formed, invariant, nounForms } from './russian-nouns.ts'

/** Words that do not change: acronyms ("ШОС"), particles ("де", "аль-Араби"), anything not in Cyrillic. */
const isFixed = (word: string): boolean =>
  /^\p{Lu}{2,}$/u.test(word) || word.length < 3 || !/^[а-яёА-ЯЁ-]+$/u.test(word)

/**
 * The oblique cases of a name of a body, an office or a document. The adjectives at its beginning and
 * the noun that follows them change; what depends on the noun stays ("Организация | Объединённых Наций").
 */
export function russianPhraseForms(name: string): string[] {
  const words = name.split(' ')
  const inflected: CaseForms[] = []
  let isFeminine = false
  for (const [at, word] of words.entries()) {
    if (isFixed(word)) return []
    const adjective = at + 1 < words.length ? adjectiveForms(word) : undefined
    inflected.push(adjective ?? hyphenated(word, isFeminine))
    if (!adjective) break
    isFeminine ||= isFeminineAdjective(word)
  }
  return joined(inflected, words.slice(inflected.length), name)
}

/** "Директор-распорядитель" changes in both halves. */
function hyphenated(word: string, isFeminine: boolean): CaseForms {
  const [first = '', second, ...more] = word.split('-')
  if (second === undefined || more.length > 0) return nounForms(word, isFeminine)
  const halves = [nounForms(first, isFeminine), nounForms(second, isFeminine)] as const
  const both = (key: (typeof CASES)[number]) =>
    halves[0][key].flatMap((one) => halves[1][key].map((other) => `${one}-${other}`))
  return {
    genitive: both('genitive'),
    dative: both('dative'),
    accusative: both('accusative'),
    instrumental: both('instrumental'),
    prepositional: both('prepositional'),
  }
}

/** Whether a full name is a woman's: her given name ends in -а or -я. */
export const isFeminineName = (fullName: string): boolean => /^\S+[ая] /u.test(`${fullName} `)

/**
 * The oblique cases of a person's name, or of a surname alone. In names from languages with the family
 * name first, which is short, often only the last word changes; then that is among the forms as well.
 */
export function russianPersonForms(name: string, isFeminine: boolean): string[] {
  const words = name.split(' ')
  const last = words.length - 1
  const inflected = words.map((word, at) =>
    isFixed(word) ? invariant(word) : isFeminine ? womansName(word, at === last) : mansName(word),
  )
  const all = joined(inflected, [], name)
  if (words.length === 1 || (words[0] ?? '').length > LONGEST_FAMILY_NAME_FIRST) return all
  const lastOnly = joined(
    words.map((word, at) => (at === last ? (inflected[at] ?? invariant(word)) : invariant(word))),
    [],
    name,
  )
  return [...new Set([...all, ...lastOnly])]
}

/** Чжан, Бан, Пан: family names that come first are of one syllable. */
const LONGEST_FAMILY_NAME_FIRST = 4

function mansName(word: string): CaseForms {
  if (/(?:[оеё]в|[иы]н)$/u.test(word)) return formed(word, 'а у а ым|ом е')
  const adjective = /(?:ский|цкий|ый)$/u.test(word) ? adjectiveForms(word) : undefined
  return adjective ?? (/(?:[оеиуыэю]|[иы]х)$/u.test(word) ? invariant(word) : nounForms(word, false))
}

function womansName(word: string, isSurname: boolean): CaseForms {
  if (isSurname && /(?:[оеё]в|[иы]н)а$/u.test(word)) return formed(word.slice(0, -1), 'ой ой у ой ой')
  if (/[ая]я$/u.test(word)) return adjectiveForms(word) ?? nounForms(word, true)
  return /[ая]$/u.test(word) ? nounForms(word, true) : invariant(word)
}

/** One name for each case and spelling, words in the same case together; the nominative is left out. */
function joined(inflected: readonly CaseForms[], tail: readonly string[], nominative: string): string[] {
  const forms = CASES.flatMap((key) =>
    inflected
      .reduce<string[]>(
        (starts, word) => starts.flatMap((start) => word[key].map((form) => `${start}${form} `)),
        [''],
      )
      .map((start) => (start + tail.join(' ')).trim()),
  )
  return [...new Set(forms)].filter((form) => form !== nominative)
}
