import { parse } from 'yaml'
import english from '../../assets/locales/en.yml?raw'
import { type MessageSource, withValues } from '../../src/model/message-source.ts'
import type { Translate } from '../../src/ui/i18n/translate.ts'
import { translator } from '../../src/ui/i18n/translator.ts'

type Texts = { readonly [key: string]: string | Texts }
type ShortPlural = Readonly<Record<string, string>>

/** The texts of a catalogue under the names that the build gives them: joined by underscores, short plurals by bars. */
function flatten(texts: Texts, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const name = path === '' ? key : `${path}_${key}`
    if (typeof value !== 'object') return [[name, String(value)]]
    return isShortPlural(value) ? [[name, Object.values(value).join(' | ')]] : flatten(value, name)
  })
}

const isShortPlural = (value: Texts): value is ShortPlural =>
  Object.keys(value).every((form) => form === 'n' || /^\d+$/.test(form))

const textsIn = (yaml: string): ReadonlyMap<string, string> =>
  new Map(flatten((parse(yaml) ?? {}) as Texts, ''))

const inEnglish = textsIn(english)

/** What is done to every text, to see an interface in a language that nobody has translated yet. */
export interface PseudoLanguage {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly speak: (text: string) => string
}

/** A catalogue of the product, behind the interface's own `Translate`; English where it has no text. */
export function translateFrom(yaml: string): Translate {
  const texts = new Map([...inEnglish, ...textsIn(yaml)])
  return translator((name, values) => withValues(texts.get(name) ?? '', values))
}

/** The English catalogue made into a pseudo-language. */
export function translateTo({ language, direction, speak }: PseudoLanguage): Translate {
  const source: MessageSource = (name, values) => {
    if (name === 'meta_language') return language
    if (name === 'meta_direction') return direction
    const text = inEnglish.get(name) ?? ''
    // The names in the sample are there to be recognised; the bar stands between two forms.
    const spoken = name === 'welcome_sample_text' ? text : text.split(' | ').map(speak).join(' | ')
    return withValues(spoken, values)
  }
  return translator(source)
}
