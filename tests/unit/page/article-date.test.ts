import { describe, expect, test } from 'vitest'
import type { DateBasis, DateConfidence, PageDate } from '../../../src/model/page-marks.ts'
import { articleDate, dayOf } from '../../../src/page/article-date.ts'
import { type DateSignal, dateInAddress, monthInAddress } from '../../../src/page/date-signals.ts'
import { jsonLdDates } from '../../../src/page/json-ld-dates.ts'

const signal = (kind: DateSignal['kind'], value: string): DateSignal => ({ kind, value })

describe('the day of a date', () => {
  test.each([
    ['a day', '2020-02-27', '2020-02-27'],
    ['an instant: the day where it was published', '2020-02-27T23:30:00-08:00', '2020-02-27'],
    ['a space for the T', '2020-02-27 10:00', '2020-02-27'],
    ['slashes, as scholarly pages have them', '2020/2/7', '2020-02-07'],
    ['basic form', '20200227T101500Z', '2020-02-27'],
    ['white space around', '\n 2020-02-27 ', '2020-02-27'],
    ['a leap day', '2020-02-29', '2020-02-29'],
    ['no leap day', '2019-02-29', undefined],
    ['a month that is none', '2020-13-01', undefined],
    ['a month alone is no day', '2020-02', undefined],
    ['mixed separators', '2020-02/27', undefined],
    ['more digits than a day has', '2020-02-271', undefined],
    ['a number that is no date', '1582790400000', undefined],
    ['the order of day and month cannot be known', '02/03/2020', undefined],
    ['words', 'yesterday', undefined],
    ['nothing', '', undefined],
  ])('%s', (_reason, value, day) => {
    expect(dayOf(value)).toBe(day)
  })
})

describe('an address', () => {
  test.each([
    ['parts', 'https://news.example/2020/02/27/title', '2020-02-27'],
    ['parts without zeros', 'https://news.example/world/2020/2/7/', '2020-02-07'],
    ['hyphens', 'https://news.example/2020-02-27-title', '2020-02-27'],
    ['digits', 'https://news.example/a/20200227/660123.html', '2020-02-27'],
    ['digits at the end', 'https://news.example/20200227', '2020-02-27'],
    ['no day in the query', 'https://news.example/?day=/2020/02/27/', undefined],
    ['a month alone', 'https://news.example/2020/02/title', undefined],
    ['an article’s number', 'https://news.example/news/12345678', undefined],
    ['longer numbers', 'https://news.example/202002271', undefined],
    ['no address', 'about:blank', undefined],
  ])('with %s', (_reason, address, day) => {
    const [signal] = dateInAddress(address)
    expect(signal && dayOf(signal.value)).toBe(day)
  })
})

describe('the month in an address', () => {
  test.each([
    ['a year and a month', 'https://news.example/2020/02/title', '2020-02'],
    ['a year alone', 'https://news.example/2020/title', '2020'],
    ['an article’s number', 'https://news.example/news/20201/title', undefined],
    ['a year of no newspaper', 'https://news.example/1066/battle', undefined],
  ])('%s', (_reason, address, value) => {
    expect(monthInAddress(address)[0]?.value).toBe(value)
  })
})

describe('JSON-LD', () => {
  const article = { '@type': 'NewsArticle', datePublished: '2020-02-27' }
  test.each([
    ['an article', article, ['2020-02-27']],
    ['several types', { ...article, '@type': ['Thing', 'Article'] }, ['2020-02-27']],
    ['a graph', { '@graph': [{ '@type': 'WebSite' }, article] }, ['2020-02-27']],
    ['a list', [[article]], ['2020-02-27']],
    [
      'the main entity of a page',
      { '@type': 'WebPage', datePublished: '2019-01-01', mainEntity: article },
      ['2020-02-27'],
    ],
    ['articles of a list are others', { '@type': 'ItemList', itemListElement: [article] }, []],
    ['a comment is another', { '@type': 'Article', comment: article }, []],
    ['a date that is no text', { ...article, datePublished: 20200227 }, []],
    ['a modified date is no date of publication', { '@type': 'Article', dateModified: '2020-02-27' }, []],
    ['null', null, []],
    ['a text', 'Article', []],
  ])('%s', (_reason, value, dates) => {
    expect(jsonLdDates(JSON.stringify(value))).toEqual(dates)
  })

  test('that is none, or is nested beyond measure, has no dates and does no harm', () => {
    expect(jsonLdDates('{"@type":')).toEqual([])
    expect(jsonLdDates('')).toEqual([])
    expect(jsonLdDates(`${'['.repeat(3000)}${']'.repeat(3000)}`)).toEqual([])
    expect(jsonLdDates('{"__proto__":{"@type":"Article","datePublished":"2020-02-27"}}')).toEqual([])
  })
})

describe('the date of an article', () => {
  const ld: DateSignal = { kind: 'json-ld', value: '2020-02-27T00:10+08:00' }
  const meta: DateSignal = { kind: 'meta', value: '2020-02-26' }
  const time: DateSignal = { kind: 'time', value: '2020-02-25' }
  const address: DateSignal = signal('address', '2020-02-24')
  const told = (date: string, basis: DateBasis, confidence: DateConfidence): PageDate => ({
    date,
    basis,
    confidence,
  })
  const dateline = (value: string): DateSignal => ({ kind: 'dateline', value })
  test.each<[string, readonly DateSignal[], PageDate | null]>([
    [
      'two kinds of the same day are sure',
      [ld, { ...meta, value: '2020-02-27' }],
      told('2020-02-27', 'json-ld', 'high'),
    ],
    [
      'a day apart is the same day in two time zones',
      [ld, signal('address', '2020-02-26')],
      told('2020-02-27', 'json-ld', 'high'),
    ],
    [
      'an archive that moved: its machines say another year than its addresses',
      [{ ...ld, value: '2023-05-01' }, signal('address', '2009-06-16')],
      null,
    ],
    ['words with a year', [dateline('27 February 2020')], told('2020-02-27', 'dateline', 'low')],
    [
      'words that agree with the address',
      [address, dateline('24. Februar 2020')],
      told('2020-02-24', 'address', 'high'),
    ],
    ['no year, and nothing tells it', [dateline('TASHKENT, February 27 (Agency) -')], null],
    [
      'the address tells the year',
      [signal('month', '2020'), dateline('TASHKENT, February 27 (Agency) -')],
      told('2020-02-27', 'dateline', 'low'),
    ],
    [
      'the address tells another month',
      [signal('month', '2020-05'), dateline('TASHKENT, February 27 (Agency) -')],
      null,
    ],
    [
      'a revision soon after tells the year, over the turn of the year',
      [signal('modified', '2020-01-03'), dateline('Ташкент, 30 декабря. /Агентство/')],
      told('2019-12-30', 'dateline', 'low'),
    ],
    [
      'a revision too late tells nothing',
      [signal('modified', '2020-12-01'), dateline('Berlin, 27. Februar (dpa) -')],
      null,
    ],
    [
      'Chinese',
      [signal('month', '2020-02'), dateline('新华社北京2月27日电')],
      told('2020-02-27', 'dateline', 'low'),
    ],
    [
      'French, with the year',
      [dateline('TACHKENT, 27 février 2020 –')],
      told('2020-02-27', 'dateline', 'low'),
    ],
    [
      'Spanish',
      [signal('month', '2020'), dateline('Taskent, 27 feb (EFE) -')],
      told('2020-02-27', 'dateline', 'low'),
    ],
    ['no such day', [signal('month', '2019'), dateline('ROME, February 29 -')], null],
    ['the most trusted kind decides', [address, time, meta, ld], told('2020-02-27', 'json-ld', 'low')],
    ['then the next', [address, time, meta], told('2020-02-26', 'meta', 'low')],
    ['the address is better than nothing', [address], told('2020-02-24', 'address', 'low')],
    ['nothing is unknown', [], null],
    [
      'what cannot be read does not count',
      [{ kind: 'json-ld', value: 'soon' } as const, meta],
      told('2020-02-26', 'meta', 'medium'),
    ],
    [
      'the same day twice is one day',
      [meta, { ...meta, value: '2020-02-26T09:00Z' }],
      told('2020-02-26', 'meta', 'medium'),
    ],
    ['two days of one kind are several articles', [meta, { ...meta, value: '2020-01-01' }, address], null],
  ])('%s', (_reason, signals, date) => {
    expect(articleDate(signals)).toEqual(date)
  })
})
