import { describe, expect, test } from 'vitest'
import { type CardInput, cardSummary } from '../../../src/facts/card-summary.ts'
import { MAX_CARD_FACTS } from '../../../src/facts/key-facts.ts'
import { GAZETTE, id, record, statement, subject, term } from './record.ts'

const chair = record({
  id: id('river-chair'),
  kind: 'position',
  names: [
    { text: 'Chair of the River Commission', lang: 'en' },
    { text: 'Président de la Commission', lang: 'fr' },
  ],
  descriptions: [{ text: 'Presides over the commission', lang: 'en' }],
  statements: [
    statement('term-of-office', { value: 'four years' }),
    statement('appointed-by', { value: 'the assembly' }),
    term('ada', '2010-01-01/2013-12-31'),
    term('boris', '2014-01-01/2017-12-31'),
    term('cyrus', '2018-01-01/'),
  ],
  events: [
    { date: '2014-01-01', title: 'Boris takes office', source: GAZETTE.id },
    { date: '2018-01-01', title: 'Cyrus takes office', source: GAZETTE.id },
    { date: '2010-01-01', title: 'Ada takes office', source: GAZETTE.id },
  ],
})

const commission = record({
  id: id('river-commission'),
  names: [{ text: 'River Commission', lang: 'en' }],
  statements: [
    statement('headquarters', { entity: id('delta-city') }),
    statement('member-count', { value: '9', start: '2012', end: '2015' }),
    statement('member-count', { value: '12', start: '2016' }),
    ...['north', 'south', 'east'].map((country) => statement('member-of', { entity: id(country) })),
    statement('website', { value: 'https://river.example/' }),
    statement('caution', { value: 'Not the Lake Commission' }),
  ],
  relations: [{ relation: 'head', entity: chair.id }],
})

const card = (of: Partial<CardInput>, subjectRecord = chair) =>
  cardSummary({ ...subject(subjectRecord), now: '2026-01-01', bundleTitle: 'Rivers', ...of })
const told = (input: ReturnType<typeof card>) =>
  input.facts.map(({ property, text }) => `${property}: ${text}`)

describe('card summary', () => {
  test.each<[string | undefined, string, string]>([
    ['2012-05-01', 'holder: ADA', 'the holder at the date comes first'],
    ['2016', 'holder: BORIS', 'a year is date enough'],
    [undefined, 'holder: CYRUS', 'without a date it holds now'],
    ['last spring', 'holder: CYRUS', 'a date that cannot be read counts as unknown'],
  ])('as of %s: %s (%s)', (asOf, expected) => {
    expect(told(card(asOf === undefined ? {} : { asOf }))[0]).toBe(expected)
  })

  test('tells as of when, and only then', () => {
    expect(card({ asOf: '2012-05-01' }).asOf).toBe('2012-05-01')
    expect(card({})).not.toHaveProperty('asOf')
    expect(card({ asOf: 'last spring' })).not.toHaveProperty('asOf')
  })

  test('leaves out what did not hold, and what has no card rank', () => {
    expect(told(card({ asOf: '2012' }))).toEqual(['holder: ADA', 'term-of-office: four years'])
  })

  test('names the previous and the next event by date, not by order in the record', () => {
    const { previousEvent, nextEvent } = card({ asOf: '2016-06-01' })
    expect([previousEvent?.title, nextEvent?.title]).toEqual(['Boris takes office', 'Cyrus takes office'])
    expect(card({ asOf: '2009' })).not.toHaveProperty('previousEvent')
    expect(card({ asOf: '2020' })).not.toHaveProperty('nextEvent')
  })

  test('an event on the very day is the previous one', () => {
    expect(card({ asOf: '2014-01-01' }).previousEvent?.title).toBe('Boris takes office')
  })

  test('an event that may lie on either side of the date is neither previous nor next', () => {
    const vague = { ...chair, events: [{ date: '2015', title: 'Moves house', source: GAZETTE.id }] }
    const { previousEvent, nextEvent } = card({ asOf: '2015-06-01' }, vague)
    expect([previousEvent, nextEvent]).toEqual([undefined, undefined])
  })

  test('an organisation shows its caution, who led it at the date, then its own facts', () => {
    const recordOf: CardInput['recordOf'] = ({ entity }) => (entity === chair.id ? chair : undefined)
    const summary = card({ asOf: '2012-05-01', recordOf }, commission)
    expect(told(summary).slice(0, 3)).toEqual([
      'caution: Not the Lake Commission',
      'holder: ADA',
      'member-count: 9',
    ])
    expect(summary.facts[1]?.office).toBe('Chair of the River Commission')
  })

  test('a property with many values does not crowd out the others', () => {
    const texts = told(card({}, commission))
    expect(texts.filter((text) => text.startsWith('member-of'))).toHaveLength(2)
    expect(texts).toContain('headquarters: DELTA-CITY')
  })

  test('never holds more than its limit', () => {
    const many = ['status', 'role', 'founded', 'successor', 'parent', 'governing-body', 'composition']
    const crowded = record({
      id: id('crowded'),
      statements: many.map((each) => statement(each, { value: each })),
    })
    expect(card({}, crowded).facts).toHaveLength(MAX_CARD_FACTS)
  })

  test('speaks the language asked for where it can', () => {
    expect(card({ lang: 'fr-CH' }).name).toBe('Président de la Commission')
    expect(card({ lang: 'fr-CH' }).description).toBe('Presides over the commission')
  })

  test('shows nothing whose source is missing', () => {
    expect(card({}, { ...chair, sources: [] })).toMatchObject({ facts: [] })
    expect(card({ asOf: '2016' }, { ...chair, sources: [] })).not.toHaveProperty('previousEvent')
  })

  test('each fact carries its source and where the link leads', () => {
    expect(card({}).facts[0]?.source).toEqual({
      title: 'On the river commission',
      publisher: 'Gazette',
      url: 'https://gazette.example/river',
      host: 'gazette.example',
      date: '2015-03-01',
    })
  })
})
