import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, isoDay, parseDate, spanOf } from '../../../src/model/partial-date.ts'

const days = (text: string): string => {
  const parsed = parseDate(text)
  if (!parsed.ok) return parsed.error
  const { first, last, vague } = parsed.value
  const show = (day: number) => (Number.isFinite(day) ? isoDay(day) : String(day))
  return `${show(first)}..${show(last)}${vague ? ' vague' : ''}`
}

describe('EDTF dates, levels 0 and 1', () => {
  test.each([
    ['2009-06-16', '2009-06-16..2009-06-16', 'a day'],
    ['2009-06', '2009-06-01..2009-06-30', 'a month'],
    ['2009', '2009-01-01..2009-12-31', 'a year'],
    ['2009-06-XX', '2009-06-01..2009-06-30', 'an unspecified day is the month'],
    ['201X', '2010-01-01..2019-12-31 vague', 'a decade'],
    ['19XX', '1900-01-01..1999-12-31 vague', 'a century'],
    ['2007~', '2007-01-01..2007-12-31 vague', 'approximate'],
    ['2007-05?', '2007-05-01..2007-05-31 vague', 'uncertain'],
    ['2000-02-29', '2000-02-29..2000-02-29', 'a leap day'],
    ['1900-02-29', 'no-such-day', '1900 was no leap year'],
    ['2009-13', 'no-such-day', 'there is no thirteenth month'],
    ['2009-06-31', 'no-such-day', 'June has thirty days'],
    ['2009-00-01', 'no-such-day', 'there is no month zero'],
    ['2013-09-12/2013-09-13', '2013-09-12..2013-09-13', 'an interval'],
    ['2004/..', '2004-01-01..Infinity', 'open at the end'],
    ['../2004', '-Infinity..2004-12-31', 'open at the start'],
    ['2004/', '2004-01-01..Infinity vague', 'an unknown end'],
    ['2005/2004', 'end-before-start', 'backwards'],
    ['16 June 2009', 'not-edtf', 'prose is no date'],
    ['2009-6-1', 'not-edtf', 'every part has its width'],
    ['', 'not-edtf', 'nothing'],
    ['0044-03-15', '0044-03-15..0044-03-15', 'a year below 100 is itself'],
  ])('%s is %s', (text, expected) => {
    expect(days(text)).toBe(expected)
  })

  test('every day of four thousand years survives the round trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(4000, 12, 31) }), (day) => {
        expect(spanOf(isoDay(day))).toMatchObject({ first: day, last: day })
      }),
    )
  })

  test('a coarser date contains every finer one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: dayNumber(2100, 1, 1) }), (day) => {
        const iso = isoDay(day)
        for (const text of [iso.slice(0, 4), iso.slice(0, 7)]) {
          const span = spanOf(text)
          expect(span && span.first <= day && day <= span.last).toBe(true)
        }
      }),
    )
  })

  test('any text is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseDate(text).ok === 'boolean'))
  })
})
