import type { Language } from './languages.ts'
import type { Office, Offices } from './offices.ts'
import type { Spot } from './spot.ts'

/** Where a title and its organisation stand. Offsets are UTF-16 units into the block. */
export interface TitledStretch extends Office {
  readonly start: number
  readonly end: number
}

/**
 * What holders of offices are called in other languages, by the English titles that a record is read for (titles.ts).
 * The first that the organisation has an office for counts.
 */
type Titles = readonly (readonly [pattern: string, english: readonly string[]])[]

const GERMAN: Titles = [
  ['Generalsekretär(?:s|in)?', ['secretary general']],
  ['Generaldirektor(?:s|in)?', ['director general']],
  ['Exekutivdirektor(?:s|in)?', ['executive director']],
  ['Präsident(?:en|in)?', ['president']],
  ['Chef(?:s|in)?', ['head']],
]
const FRENCH: Titles = [
  ['secrétaire\\s+générale?', ['secretary general']],
  ['(?:directeur\\s+général|directrice\\s+générale)', ['director general']],
  ['(?:directeur\\s+exécutif|directrice\\s+exécutive)', ['executive director']],
  ['(?:chef|patron|patronne)', ['head']],
]
const SPANISH: Titles = [
  ['secretari[oa]\\s+general', ['secretary general']],
  ['director(?:a)?\\s+general', ['director general']],
  ['director(?:a)?\\s+ejecutiv[oa]', ['executive director']],
  ['jef[ea]', ['head']],
]
const RUSSIAN: Titles = [
  [
    '(?:генеральн(?:ый|ого|ому|ым|ом)\\s+секретар(?:ь|я|ю|ём|ем|е)|генсек(?:а|у|ом|е)?|генсекретар(?:ь|я|ю|ём|ем|е))',
    ['secretary general'],
  ],
  [
    '(?:генеральн(?:ый|ого|ому|ым|ом)\\s+директор(?:а|у|ом|е)?|гендиректор(?:а|у|ом|е)?)',
    ['director general'],
  ],
  ['исполнительн(?:ый|ого|ому|ым|ом)\\s+директор(?:а|у|ом|е)?', ['executive director']],
  ['глав(?:а|ы|е|у|ой)', ['head']],
]
const CHINESE: Titles = [
  ['秘书长', ['secretary general']],
  ['总干事', ['director general']],
  ['执行主任', ['executive director']],
  ['总裁', ['managing director', 'president']],
  ['行长', ['president']],
]

/** The English titles that a Chinese one stands for. */
export const englishTitles = (title: string): readonly string[] =>
  CHINESE.find(([chinese]) => chinese === title)?.[1] ?? []

/** Deputies hold another office. */
const NO_DEPUTY = '(?<![\\p{L}-]|stellvertretende[rnms]?\\s|заместител\\p{L}{1,3}\\s|зам(?:\\.)?\\s)'

interface Grammar {
  readonly before: readonly (readonly [RegExp, readonly string[]])[]
  readonly after: readonly (readonly [RegExp, readonly string[]])[]
}

const grammar = (titles: Titles, before: string | undefined, after: string | undefined): Grammar => ({
  before:
    before === undefined
      ? []
      : titles.map(([title, english]) => [new RegExp(`${NO_DEPUTY}${title}${before}$`, 'iu'), english]),
  after:
    after === undefined
      ? []
      : titles.map(([title, english]) => [
          new RegExp(`^${after}${title}(?![\\p{Script=Latin}-])`, 'u'),
          english,
        ]),
})

/**
 * How a title is joined to the organisation: "Generalsekretär der NATO", "联合国秘书长". In "NATO-Generalsekretär" the
 * organisation is the mention, as in "UN-backed": what a hyphen joins to a name stays outside.
 */
const GRAMMARS: Readonly<Partial<Record<Language, Grammar>>> = {
  de: grammar(GERMAN, '\\s+(?:der|des|von|vom)\\s+', undefined),
  fr: grammar(FRENCH, "\\s+(?:de\\s+l['’]|de\\s+la\\s+|du\\s+|des\\s+|de\\s+|d['’])", undefined),
  es: grammar(SPANISH, '\\s+(?:de\\s+la\\s+|de\\s+los\\s+|de\\s+las\\s+|del\\s+|de\\s+)', undefined),
  ru: grammar(RUSSIAN, '\\s+', undefined),
  zh: grammar(CHINESE, undefined, ''),
}

/** Titles at the end of a stretch, by language; those of English are read from the records. */
const ENDINGS: Readonly<Partial<Record<Language, Grammar['before']>>> = {
  de: grammar(GERMAN, '', undefined).before,
  fr: grammar(FRENCH, '', undefined).before,
  es: grammar(SPANISH, '', undefined).before,
  ru: grammar(RUSSIAN, '', undefined).before,
}

/** The office of whoever is named right behind a stretch of text, by the title that ends it; `index` is where that begins. */
export const titleRightBefore = (stretch: string, lang: Language, offices: Offices) =>
  matched(ENDINGS[lang] ?? [], stretch, offices)

/** Titles at the beginning of a stretch, where nothing is joined to them: "Le Secrétaire général a dit". */
const OPENINGS: Readonly<Partial<Record<Language, Grammar['after']>>> = {
  de: openings(GERMAN),
  fr: openings(FRENCH),
  es: openings(SPANISH),
  ru: openings(RUSSIAN),
}

/** The English titles that a title at the beginning of a stretch stands for, and its length. */
export function titleOpening(
  stretch: string,
  lang: Language,
): { readonly english: readonly string[]; readonly length: number } | undefined {
  for (const [pattern, english] of OPENINGS[lang] ?? []) {
    const match = pattern.exec(stretch)
    if (match) return { english, length: match[0].length }
  }
  return undefined
}

function openings(titles: Titles): Grammar['after'] {
  return titles.map(([title, english]) => [new RegExp(`^${title}(?![\\p{L}-])`, 'iu'), english])
}

/** A title and what joins it to its organisation lie within this. */
const REACH = 60

/** The office that the words beside an organisation name in a language other than English; undefined where they name none. */
export function titleAbroad(spot: Spot, lang: Language, offices: Offices): TitledStretch | undefined {
  const forms = GRAMMARS[lang]
  if (!forms) return undefined
  const { block, start, end } = spot
  const from = Math.max(0, start - REACH)
  const before = matched(forms.before, block.text.slice(from, start), offices)
  if (before) return { ...before.office, start: from + before.index, end }
  const after = matched(forms.after, block.text.slice(end, end + REACH), offices)
  return after && { ...after.office, start, end: end + after.length }
}

function matched(forms: Grammar['before'], text: string, offices: Offices) {
  for (const [pattern, english] of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    for (const title of english) {
      const office = offices.called(title)
      if (office) return { office, index: match.index, length: match[0].length }
    }
  }
  return undefined
}
