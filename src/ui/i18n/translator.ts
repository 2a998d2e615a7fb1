import type { MessageSource } from '../../model/message-source.ts'
import type { Substitution, Translate } from './translate.ts'

/**
 * The interface's texts, from the browser's own catalogue or one that was read. The form of a plural is that of
 * its language: a catalogue lists the forms of CLDR by their names (`one`, `few`, `many`, `other`), and English,
 * which is the fallback, in the short way of @wxt-dev/i18n (`0`, `1`, `n`, joined by a bar).
 */
export function translator(message: MessageSource): Translate {
  const language = message('meta_language', [])
  const numbers = new Intl.NumberFormat(language || 'en')
  const plurals = new Intl.PluralRules(language || 'en')
  const written = (value: Substitution): string => (typeof value === 'number' ? numbers.format(value) : value)
  const counted = (name: string, count: number, values: string[]): string => {
    const forms = count === 0 ? ['zero', plurals.select(count)] : [plurals.select(count)]
    for (const form of forms) {
      const text = message(`${name}_${form}`, values)
      if (text !== '') return text
    }
    return shortForm(message(name, values), count)
  }
  const translate = (key: string, ...given: (number | readonly Substitution[])[]): string => {
    const name = key.replaceAll('.', '_')
    const count = given.find((each) => typeof each === 'number')
    const values = (given.find((each) => typeof each === 'object') ?? [count ?? '']).map(written)
    return count === undefined ? message(name, values) : counted(name, count, values)
  }
  return translate as Translate
}

/** The form of `1 | n` or `0 | 1 | n` for a count. */
function shortForm(text: string, count: number): string {
  const forms = text.split(' | ')
  const last = forms.length - 1
  if (count === 1) return forms[Math.max(0, last - 1)] ?? ''
  return (count === 0 ? forms[last === 2 ? 0 : last] : forms[last]) ?? ''
}
