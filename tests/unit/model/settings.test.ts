import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, isEnabledOn, type Settings, withHost } from '../../../src/model/settings.ts'
import { isSitePattern, matchesSite } from '../../../src/model/site-pattern.ts'

describe('a site pattern', () => {
  test.each([
    ['example.org', 'example.org', true, 'the host itself'],
    ['example.org', 'www.example.org', false, 'no host below it'],
    ['example.org', 'notexample.org', false, 'no host that only ends so'],
    ['EXAMPLE.org', 'example.org', true, 'in any case'],
    ['*.example.org', 'example.org', true, 'the host above the star'],
    ['*.example.org', 'a.b.example.org', true, 'every host below'],
    ['*.example.org', 'badexample.org', false, 'whole labels only'],
    ['mail.*', 'mail.example.co.uk', true, 'every host that begins so'],
    ['mail.*', 'mail', false, 'but something must follow'],
    ['mail.*', 'mailing.example.org', false, 'whole labels only'],
    ['*.bank.*', 'my.bank.example', true, 'in the middle'],
    ['*.bank.*', 'my.bankers.example', false, 'whole labels only'],
    ['localhost', 'localhost:8080', true, 'every port where none is named'],
    ['localhost:80', 'localhost:8080', false, 'only that port where one is'],
  ])('%s and %s: %s, %s', (pattern, host, fits) => {
    expect(matchesSite(pattern, host)).toBe(fits)
  })

  test.each(['example.org', '*.example.org', 'mail.*', 'пример.рф', 'localhost:3000'])(
    '%s is one',
    (text) => {
      expect(isSitePattern(text)).toBe(true)
    },
  )

  test.each(['', '*', '*.*', 'https://example.org', 'exa mple.org', 'a*.org', '.org', 'example.org/path'])(
    '"%s" is none',
    (text) => {
      expect(isSitePattern(text)).toBe(false)
    },
  )

  test('of the default list is one', () => {
    expect(DEFAULT_SETTINGS.offPatterns.filter((each) => !isSitePattern(each))).toEqual([])
  })
})

describe('marking on a host', () => {
  const mail = 'mail.example.org'

  test('is off where a pattern of the list fits, until the reader switches it on there', () => {
    expect(isEnabledOn(DEFAULT_SETTINGS, mail)).toBe(false)
    const on = withHost(DEFAULT_SETTINGS, mail, true)
    expect(isEnabledOn(on, mail)).toBe(true)
    expect(isEnabledOn(withHost(on, mail, false), mail)).toBe(false)
  })

  test('is on elsewhere, and a switch there and back leaves the settings as they were', () => {
    expect(isEnabledOn(DEFAULT_SETTINGS, 'news.example.org')).toBe(true)
    const off = withHost(DEFAULT_SETTINGS, 'news.example.org', false)
    expect(isEnabledOn(off, 'news.example.org')).toBe(false)
    expect(withHost(off, 'news.example.org', true)).toEqual(DEFAULT_SETTINGS)
  })

  test('is off everywhere with the main switch', () => {
    const off: Settings = { ...DEFAULT_SETTINGS, enabled: false, enabledHosts: [mail] }
    expect(isEnabledOn(off, mail)).toBe(false)
  })
})
