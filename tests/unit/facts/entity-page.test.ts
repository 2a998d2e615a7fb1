import { describe, expect, test } from 'vitest'
import { existenceOf } from '../../../src/facts/existence.ts'
import { factGroups } from '../../../src/facts/fact-groups.ts'
import { id, record, statement, subject, term } from './record.ts'

describe('facts by heading', () => {
  const page = record({
    id: id('page'),
    statements: [
      statement('headquarters', { entity: id('delta-city') }),
      term('ada', '2010/2013'),
      statement('founded', { value: '2001-06-15', start: '2001-06-15' }),
      term('boris', '2014/'),
      statement('name-since', { value: '2003', start: '2003' }),
      statement('shoe-size', { value: '43' }),
      term('nobody-knows-when', '/'),
    ],
  })

  test('headings and properties come in the order of the vocabulary, the newest fact first', () => {
    const told = factGroups(subject(page)).map(({ group, properties }) => [
      group,
      ...properties.map(({ property, facts }) => `${property}: ${facts.map(({ text }) => text).join(', ')}`),
    ])
    expect(told).toEqual([
      ['identity', 'founded: 2001-06-15', 'name-since: 2003'],
      ['office', 'holder: BORIS, ADA, NOBODY-KNOWS-WHEN'],
      ['place', 'headquarters: DELTA-CITY'],
      ['other', 'shoe-size: 43'],
    ])
  })

  test('an entity without facts has no headings', () => {
    expect(factGroups(subject(record({ id: id('bare') })))).toEqual([])
  })

  test('a reference without a known name shows its id rather than vanishing', () => {
    const [group] = factGroups({ ...subject(page), labelOf: () => undefined }).filter(
      ({ group }) => group === 'place',
    )
    expect(group?.properties[0]?.facts[0]).toMatchObject({
      text: 'delta-city',
      entity: { entity: 'delta-city' },
    })
  })
})

describe('existence', () => {
  test.each<[Record<string, string>, string | undefined, string | undefined, string]>([
    [{ born: '1955-08-31' }, '1955-08-31', undefined, 'a person who lives'],
    [{ born: '1900', died: '1980-02' }, '1900', '1980-02', 'a person who died'],
    [{ founded: '1865', 'began-work': '1869' }, '1865', undefined, 'of two beginnings the earlier'],
    [
      { adopted: '2009-06-16', signed: '2009-06-15', terminated: '2020' },
      '2009-06-15',
      '2020',
      'an agreement that ended',
    ],
    [{ status: 'active' }, undefined, undefined, 'nothing tells'],
  ])('%j: %s to %s (%s)', (dates, from, to) => {
    const statements = Object.entries(dates).map(([property, value]) => statement(property, { value }))
    const { days, ...ends } = existenceOf(record({ id: id('it'), statements }))
    expect(ends).toEqual({ ...(from && { from }), ...(to && { to }) })
    expect([Number.isFinite(days.first), Number.isFinite(days.last)]).toEqual([
      from !== undefined,
      to !== undefined,
    ])
  })
})
