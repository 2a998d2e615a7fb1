import { describe, expect, test } from 'vitest'
import { translator } from '../../../src/ui/i18n/translator.ts'
import { browserCatalogue, LOCALES, readCatalogue, textsOf } from './locales.ts'
import type { ParsedMessage } from './message-types.ts'

const english = readCatalogue('en')
const keys = new Map(english.map((message) => [message.key.join('.'), message]))

/** The forms that a language tells apart, as CLDR names them. */
const categories = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories

/** The key of the whole message and the form, where the key names one. */
function split(key: string): readonly [key: string, form: string | undefined] {
  const [, base = '', form] = /^(.*)\.(zero|one|two|few|many|other)$/.exec(key) ?? []
  return keys.get(base)?.type === 'plural' ? [base, form] : [key, undefined]
}

const valuesIn = (text: string): string => [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ')

describe('the catalogues', () => {
  test('are those of the six languages', () => {
    expect([...LOCALES].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh_CN'])
  })
})

describe.each(LOCALES.slice(1))('the catalogue %s', (locale) => {
  const messages = readCatalogue(locale)
  const language = messages.find(({ key }) => key.join('.') === 'meta.language')
  const forms = categories(language ? (textsOf(language)[0] ?? '') : '')

  test('has every form of each plural that it has', () => {
    const found = Map.groupBy(
      messages.map(({ key }) => split(key.join('.'))).filter(([, form]) => form !== undefined),
      ([key]) => key,
    )
    const missing = [...found].flatMap(([key, members]) => {
      const present = new Set(members.map(([, form]) => form))
      return forms.filter((form) => !present.has(form)).map((form) => `${key}.${form}`)
    })
    expect(missing).toEqual([])
  })

  test('has no empty text, no bar between forms and no straight double quotes', () => {
    const texts = messages.flatMap(textsOf)
    expect(
      texts.filter((text) => text.trim() === '' || text.includes(' | ') || /"|\.\.\./.test(text)),
    ).toEqual([])
  })
})

test.each(LOCALES)(
  '%s has no text that Chromium refuses: to it a word between two dollar signs is a placeholder',
  (locale) => {
    expect(
      readCatalogue(locale)
        .flatMap(textsOf)
        .filter((text) => /\$\w+\$/.test(text)),
    ).toEqual([])
  },
)

/**
 * The one place that looks for what is still to be translated: texts that are new, gone or changed in English.
 * Until then readers see English; a change of the English texts need not wait for five translations, but this
 * many at most may wait.
 */
const MOST_WAITING = 150

describe('the translation', () => {
  test.each(LOCALES.slice(1))(
    'of every message into %s is there, with the values of the English one',
    (locale) => {
      const messages = readCatalogue(locale)
      const present = new Set(messages.map(({ key }) => split(key.join('.'))[0]))
      const missing = [...keys.keys()].filter((key) => !present.has(key))
      const waiting = [...missing, ...messages.flatMap(staleness)]
      if (waiting.length > 0) console.warn(`untranslated in ${locale}: ${waiting.join(', ')}`)
      expect(waiting.length).toBeLessThanOrEqual(MOST_WAITING)
    },
  )
})

/** A translation of a text that English no longer has, or whose values it no longer has. */
function staleness(message: ParsedMessage): string[] {
  const [key, form] = split(message.key.join('.'))
  const original = keys.get(key)
  if (!original) return [`${key} (gone)`]
  const given = valuesIn(textsOf(message).join(' '))
  // "One result" needs no figure; a form that stands for several numbers does.
  const isSpelledOut = (form === 'one' || form === 'two' || form === 'zero') && given === ''
  return isSpelledOut || given === valuesIn(textsOf(original).join(' ')) ? [] : [`${key} (values)`]
}

describe('a count is put into words', () => {
  const CASES: [locale: string, count: number, text: string, why: string][] = [
    ['en', 1, '1 mention', 'one'],
    ['en', 0, '0 mentions', 'no own form for none'],
    ['en', 1309, '1,309 mentions', 'grouped as its language does'],
    ['ru', 1, '1 упоминание', 'one'],
    ['ru', 3, '3 упоминания', 'few'],
    ['ru', 11, '11 упоминаний', 'eleven is many'],
    ['ru', 21, '21 упоминание', 'twenty-one is one again'],
    ['ru', 114, '114 упоминаний', 'and a hundred and fourteen many'],
    ['fr', 0, '0 mention', 'none is one in French'],
    ['fr', 2, '2 mentions', 'other'],
    ['es', 1, '1 mención', 'one'],
    ['zh_CN', 5, '5 处提及', 'one form for all'],
    ['ar', 0, 'لا إشارات', 'none'],
    ['ar', 2, 'إشارتان', 'two'],
    ['ar', 3, '3 إشارات', 'few'],
    ['ar', 11, '11 إشارة', 'many'],
    ['ar', 100, '100 إشارة', 'other'],
  ]
  test.each(CASES)('%s, %i: %s (%s)', (locale, count, text) => {
    expect(translator(browserCatalogue(locale))('page.mentions', count)).toBe(text)
  })

  test('with a form of its own for none where the catalogue has one', () => {
    expect(translator(browserCatalogue('en'))('search.count', 0)).toBe('Nothing found')
    expect(translator(browserCatalogue('en'))('search.count', 1)).toBe('1 result')
    expect(translator(browserCatalogue('ru'))('search.count', 0)).toBe('Ничего не найдено')
  })

  test('in English where a language has no translation yet', () => {
    const english = browserCatalogue('en')
    const source = (name: string, values: string[]) =>
      name === 'meta_language' ? 'ru' : english(name, values)
    expect(translator(source)('page.mentions', 1)).toBe('1 mention')
    expect(translator(source)('page.mentions', 5)).toBe('5 mentions')
  })
})
