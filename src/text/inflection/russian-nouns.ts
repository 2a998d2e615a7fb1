/** The oblique cases in the order of every table here; where case and number leave two spellings, both. */
export interface CaseForms {
  readonly genitive: readonly string[]
  readonly dative: readonly string[]
  readonly accusative: readonly string[]
  readonly instrumental: readonly string[]
  readonly prepositional: readonly string[]
}

/** The names of the cases, for walking a table. */
export const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const

/** Puts the forms of a word together from its stem and the endings of the five cases; "ом|ем" are two spellings. */
export function formed(stem: string, endings: string): CaseForms {
  const [genitive = [], dative = [], accusative = [], instrumental = [], prepositional = []] = endings
    .split(' ')
    .map((each) => each.split('|').map((ending) => stem + ending.replace('-', '')))
  return { genitive, dative, accusative, instrumental, prepositional }
}

/** A word that has one form for all cases: "НАТО", "Гутерриши". */
export const invariant = (word: string): CaseForms => formed(word, '- - - - -')

/**
 * The case forms of a Russian noun in the singular (or a plural in -ии, -ия, -ы), by the ending of its
 * nominative. The accusative of the masculine is the genitive: the other one is the name itself. `isFeminine` decides nouns in -ь ("связь", "секретарь").
 */
export function nounForms(noun: string, isFeminine: boolean): CaseForms {
  for (const [ending, endings] of ENDINGS) {
    if (!ending.test(noun)) continue
    const [length, forms] = typeof endings === 'function' ? endings(isFeminine) : endings
    return formed(length === 0 ? noun : noun.slice(0, -length), forms)
  }
  return invariant(noun)
}

/** How many letters fall away, and what comes instead in the five cases. */
type Endings = readonly [length: number, forms: string]

/** The first that fits counts. After к, г, х and hushing letters ы is и. */
const ENDINGS: readonly (readonly [RegExp, Endings | ((isFeminine: boolean) => Endings)])[] = [
  [/ия$/u, [1, 'и и ю ей и']],
  [/ии$/u, [1, 'й ям и ями ях']],
  [/ие$/u, [1, 'я ю е ем и']],
  [/ий$/u, [1, 'я ю я ем и']],
  [/[аеоуыэюяё]й$/u, [1, 'я ю я ем е']],
  [/[гкхжшщч]а$/u, [1, 'и е у ой|ей е']],
  [/ца$/u, [1, 'ы е у ей|ой е']],
  [/а$/u, [1, 'ы е у ой е']],
  [/я$/u, [1, 'и е ю ей е']],
  [/(?:ост|знь|вяз|ведомост|част|мест|власт|печат|нефт)ь$/u, [1, 'и и ь ью и']],
  [/ь$/u, (isFeminine) => (isFeminine ? [1, 'и и ь ью и'] : [1, 'я ю я ем е'])],
  [/[гкх]и$|ы$/u, [1, '- ам - ами ах']],
  [/о$/u, [1, 'а у о ом е']],
  [/е$/u, [1, 'я ю е ем е']],
  [/[жшщчц]$/u, [0, 'а у а ем|ом е']],
  [/[бвгдзклмнпрстфх]$/u, [0, 'а у а ом е']],
]
