import { parse } from 'yaml'
import english from '../../assets/locales/en.yml?raw'
import type { Translate } from '../../src/ui/i18n/translate.ts'

type Texts = { readonly [key: string]: string | Texts }

/** The forms of a message; a plain one has only `n`. */
type Forms = Readonly<Record<string, string>>

const flatten = (texts: Texts, path: string): [string, Forms][] =>
  Object.entries(texts).flatMap(([key, value]) => flattenOne(path === '' ? key : `${path}.${key}`, value))

function flattenOne(key: string, value: string | Texts): [string, Forms][] {
  if (typeof value !== 'object') return [[key, { n: String(value) }]]
  return isPlural(value) ? [[key, value]] : flatten(value, key)
}

const isPlural = (value: Texts): value is Forms =>
  Object.keys(value).every((form) => form === 'n' || /^\d+$/.test(form))

/** What is done to every text, to see an interface in a language that nobody has translated yet. */
export interface PseudoLanguage {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly speak: (text: string) => string
}

/** The English catalogue, or a pseudo-language made of it, behind the interface's own `Translate`. */
export function translateTo({ language, direction, speak }: PseudoLanguage): Translate {
  const messages = new Map(flatten(parse(english) as Texts, ''))
  const translate = (key: string, ...values: (number | readonly (string | number)[])[]): string => {
    if (key === 'meta.language') return language
    if (key === 'meta.direction') return direction
    const count = values.find((value) => typeof value === 'number')
    const substitutions = values.find((value) => typeof value === 'object') ?? [count ?? '']
    const forms = messages.get(key)
    const form = forms?.[String(count)] ?? forms?.n ?? ''
    // The names in the sample are there to be recognised.
    return fill(key === 'welcome.sample_text' ? form : speak(form), substitutions)
  }
  return translate as Translate
}

const fill = (text: string, values: readonly (string | number)[]): string =>
  text.replace(/\$(\d)/g, (_, place: string) => String(values[Number(place) - 1] ?? ''))
