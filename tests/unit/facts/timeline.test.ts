import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTimelines, type TimelineItem, timelineOf } from '../../../src/facts/timeline.ts'
import { dayNumber } from '../../../src/model/partial-date.ts'
import { GAZETTE, id, record, statement, subject, term } from './record.ts'

const commission = record({
  id: id('commission'),
  statements: [
    term('boris', '2014/'),
    term('ada', '2010-01-01/2013-12-31'),
    statement('member', { entity: id('south'), start: '2012-05' }),
    statement('member', { entity: id('north') }),
    statement('status', { value: 'observer', start: '2011' }),
  ],
  events: [
    { date: '2013-02/2013-03', title: 'Negotiations', source: GAZETTE.id },
    { date: '2010-01-01', title: 'Ada takes office', source: GAZETTE.id },
    { date: 'soon', title: 'No date', source: GAZETTE.id },
  ],
})

const told = (items: readonly TimelineItem[]) =>
  items.map((item) => (item.kind === 'point' ? item.title : `${item.property} ${item.text}`))

describe('timeline of an entity', () => {
  test('is in order of time, a bar before the point that begins with it', () => {
    const expected = ['holder ADA', 'Ada takes office', 'member SOUTH', 'Negotiations', 'holder BORIS']
    expect(told(timelineOf(subject(commission)))).toEqual(expected)
  })

  test('a partial date spans the days that it may mean; an unknown end is infinite', () => {
    const [, , south, negotiations, boris] = timelineOf(subject(commission))
    expect(south).toMatchObject({
      kind: 'span',
      first: dayNumber(2012, 5, 1),
      last: Infinity,
      start: '2012-05',
    })
    expect(negotiations).toMatchObject({ first: dayNumber(2013, 2, 1), last: dayNumber(2013, 3, 31) })
    expect(boris).toMatchObject({ first: dayNumber(2014, 1, 1), last: Infinity })
  })

  test('leaves out what has no date and what is no term or membership', () => {
    const items = told(timelineOf(subject(commission)))
    expect(items).not.toContain('member NORTH')
    expect(items).not.toContain('status observer')
    expect(items).not.toContain('No date')
  })

  test('two entities that tell the same event show it once', () => {
    const twin = { ...commission, id: id('twin') }
    const merged = told(mergeTimelines([timelineOf(subject(commission)), timelineOf(subject(twin))]))
    expect(merged.filter((text) => text === 'Negotiations')).toHaveLength(1)
    expect(merged.filter((text) => text === 'holder ADA')).toHaveLength(2)
  })

  test('merging keeps every item and the order of days, whatever the split', () => {
    const items = timelineOf(subject(commission))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.nat(items.length),
        (shuffled, cut) => {
          const merged = mergeTimelines([shuffled.slice(0, cut), shuffled.slice(cut)])
          expect(told(merged)).toEqual(told(items))
        },
      ),
    )
  })
})
