import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdersAt, termsOf } from '../../../src/facts/holders.ts'
import { spanOf } from '../../../src/model/partial-date.ts'
import { id, record, statement, term } from './record.ts'

const chair = record({
  id: id('chair'),
  kind: 'position',
  statements: [
    term('cyrus', '2013-01-01/2015-12-31'),
    term('ada', '2004/2009'),
    term('boris', '2010/2012'),
    term('dora', '2015-12-31/2018-06-30'),
    term('emil', '2018-07-15/2018-10-01', true),
    term('fatima', '2018-10/2020'),
    term('goran', '2020-05-11/2024-03-31'),
    term('hana', '2024/2026'),
    term('ivo', '2026~/'),
    statement('term-of-office', { value: 'three years' }),
  ],
})

const namesAt = (date: string): string => {
  const at = spanOf(date)
  if (!at) throw new Error(`no date: ${date}`)
  return holdersAt(chair, at)
    .map(({ entity, acting }) => `${entity}${acting ? ' (acting)' : ''}`)
    .join(' ')
}

describe('holders of a position at a date', () => {
  test.each([
    ['2014-05-01', 'cyrus', 'inside a term of exact days'],
    ['2011-02-03', 'boris', 'inside a term known by its years'],
    ['2009-12-31', 'ada', 'a year as an end reaches to its last day'],
    ['2010-01-01', 'boris', 'a year as a start begins on its first day'],
    ['2015-12-31', 'cyrus dora', 'the handover day belongs to both'],
    ['2015', 'cyrus dora', 'a year in which the office changed hands'],
    ['2014-06', 'cyrus', 'a month inside a term'],
    ['2018-07-10', '', 'a vacancy has nobody'],
    ['2018-08-01', 'emil (acting)', 'an acting holder is told as one'],
    ['2018-10-01', 'emil (acting) fatima', 'a start known by its month may be that very day'],
    ['2020-05-10', 'fatima', 'a year as an end reaches to the day on which the next one began'],
    ['2020-05-11', 'fatima goran', 'and that day belongs to both'],
    ['2020-05-12', 'goran', 'after it the year says no more'],
    ['2024-03-30', 'goran', 'a year as a start begins on the day on which the last one ended'],
    ['2024-04-01', 'hana', 'and from then on holds'],
    ['2026-06-01', 'hana ivo', 'a vague start bounds nothing'],
    ['2031-01-01', 'ivo', 'without an end the term goes on'],
    ['1999', '', 'before the first term'],
    ['2009/2010', 'ada boris', 'an interval meets each term that it touches'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(namesAt(date)).toBe(expected)
  })

  test('terms are in the order of their beginning, whatever the order of the record', () => {
    expect(termsOf(chair).map(({ term: { entity } }) => entity)).toEqual([
      'ada',
      'boris',
      'cyrus',
      'dora',
      'emil',
      'fatima',
      'goran',
      'hana',
      'ivo',
    ])
  })

  test('whoever holds an office on a day holds it in every interval around that day', () => {
    const day = fc.integer({ min: 10_000, max: 22_000 })
    fc.assert(
      fc.property(day, fc.nat(2_000), fc.nat(2_000), (at, before, after) => {
        const onDay = holdersAt(chair, { first: at, last: at })
        const around = new Set(holdersAt(chair, { first: at - before, last: at + after }))
        expect(onDay.every((each) => around.has(each))).toBe(true)
      }),
    )
  })
})
