import { describe, expect, test } from 'vitest'
import { formatDate, formatPeriod } from '../../../src/ui/format/dates.ts'
import { textsOf } from '../../playground/languages.ts'

const t = textsOf('en')

describe('a date in words', () => {
  test.each([
    ['2020-02-27', '27 February 2020', 'a day'],
    ['2009-06', 'June 2009', 'a month'],
    ['2004', '2004', 'a year'],
    ['2004-XX', '2004', 'a month that is not known'],
    ['2004-06-XX', 'June 2004', 'a day that is not known'],
    ['2004/2006', '2004–2006', 'two years'],
    ['2004/2004', '2004', 'two years that are one'],
    ['2013-09/2014-01', 'September 2013 – January 2014', 'two months'],
    ['2019-01-01/2021-12-31', '1 January 2019 – 31 December 2021', 'two days'],
    ['2007/2009-06', '2007 – June 2009', 'ends of different precision'],
    ['2025/..', 'since 2025', 'no end'],
    ['2025/', 'since 2025', 'an end that is not known'],
    ['../2006-05', 'until May 2006', 'no beginning'],
    ['2007~', 'c. 2007', 'approximate'],
    ['2007-05?', 'May 2007 (uncertain)', 'uncertain'],
    ['2007%', 'c. 2007 (uncertain)', 'both'],
    ['2004~/2006', 'c. 2004 – 2006', 'an approximate beginning'],
    ['201X', '2010s', 'a decade'],
    ['19XX', '1900–1999', 'a century'],
    ['-0500', '501 BC', 'before our era: EDTF has a year zero, the calendar has none'],
    ['0033', '33', 'a year of two digits is not one of the twentieth century'],
    ['2019-13-01', '2019-13-01', 'no date is shown as it is'],
    ['soon', 'soon', 'a text is shown as it is'],
  ])('%s is "%s": %s', (edtf, words) => {
    expect(formatDate(edtf, t)).toBe(words)
  })

  test('says once what two days have in common', () => {
    expect(formatDate('2019-06-13/2019-06-14', t)).toBe('13 – 14 June 2019')
  })

  test('is short where room is short', () => {
    expect(formatDate('2020-02-27', t, 'short')).toBe('27 Feb 2020')
    expect(formatDate('2009-06', t, 'short')).toBe('Jun 2009')
  })

  test('is in the language of the catalogue, and in the Gregorian calendar whatever its own is', () => {
    expect(formatDate('2020-02-27', textsOf('long'))).toBe('27. Februar 2020')
    expect(formatDate('2020', textsOf('rtl'))).toContain('2020')
  })
})

describe('a period', () => {
  test.each([
    ['2019-01-01', '2021-12-31', '1 Jan 2019 – 31 Dec 2021'],
    ['2025-01', undefined, 'since Jan 2025'],
    [undefined, '2006', 'until 2006'],
    [undefined, undefined, ''],
    ['2009-06-16', '2009-06-16', '16 Jun 2009'],
  ])('from %s to %s is "%s"', (start, end, words) => {
    expect(formatPeriod(start, end, t, 'short')).toBe(words)
  })
})
