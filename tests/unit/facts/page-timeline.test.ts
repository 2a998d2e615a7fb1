import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineItem, TimelinePoint, TimelineSpan } from '../../../src/facts/timeline.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { spanOf } from '../../../src/model/partial-date.ts'
import { packagedRecords } from '../data/packaged-bundle.ts'
import { sampleParagraphs, timelineOfArticle } from './article-timeline.ts'

let records: ReadonlyMap<string, EntityRecord>
beforeAll(async () => {
  records = await packagedRecords()
})

const points = (items: readonly TimelineItem[]) =>
  items.filter((item): item is TimelinePoint => item.kind === 'point')
const terms = (items: readonly TimelineItem[]) =>
  items.filter((item): item is TimelineSpan => item.kind === 'span')

/** The years of the points, each once, in the order in which they stand. */
const yearsOf = (items: readonly TimelineItem[]) => [
  ...new Set(points(items).map(({ date }) => Number(date.slice(0, 4)))),
]
/** Whose terms stand under which owner. */
const holdersOf = (items: readonly TimelineItem[], owner: string) =>
  terms(items).flatMap(({ owner: { entity }, text }) => (entity === owner ? [text] : []))

function expectOrder(items: readonly TimelineItem[]): void {
  const firsts = items.map(({ first }) => first)
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
}

describe('the timeline of the worked example, of 27 February 2020', () => {
  let items: readonly TimelineItem[]
  beforeAll(async () => {
    items = await timelineOfArticle(records, await sampleParagraphs(), '2020-02-27')
  })

  test('goes from the founding in 2001 to June 2019, by the years that the article names', () => {
    expectOrder(items)
    expect(yearsOf(items)).toEqual([2001, 2007, 2009, 2011, 2015, 2017, 2018, 2019])
    const months = points(items).map(({ date }) => date.slice(0, 7))
    expect(months).toContain('2009-06')
    expect(months.at(-1)).toBe('2019-06')
    // The article says June 2009 of the Bishkek summit; the timeline has it where it was.
    expect(points(items).at(-1)?.title).toMatch(/Bishkek|concept/)
  })

  test('ends before the article, whose line stands for its own day', () => {
    const article = spanOf('2020-02-27')?.first ?? 0
    expect(points(items).every(({ last }) => last < article)).toBe(true)
  })

  test('has the holders of the named positions as bars, of the last 25 years', () => {
    expect(holdersOf(items, 'sco-secretary-general')).toEqual([
      'Zhang Deguang',
      'Bolat Nurgaliev',
      'Muratbek Imanaliev',
      'Dmitry Mezentsev',
      'Rashid Alimov',
      'Vladimir Norov',
    ])
    expect(holdersOf(items, 'itu-secretary-general').at(-1)).toBe('Houlin Zhao')
  })

  test('tells a term once: where the position is named, not again under the person', () => {
    expect(holdersOf(items, 'vladimir-norov')).not.toContain('SCO Secretary-General')
    expect(holdersOf(items, 'houlin-zhao')).not.toContain('ITU Secretary-General')
  })

  test('marks no taking of office as an event: its bar begins there', () => {
    const starts = new Set(terms(items).map(({ start }) => start))
    const taken = points(items).filter(
      ({ date, title }) => starts.has(date) && /takes office|becomes/.test(title),
    )
    expect(taken).toEqual([])
  })
})

test('an article about an office draws its holders, and the year it names brings what happened to the body then', async () => {
  const items = await timelineOfArticle(
    records,
    [
      'Doreen Bogdan-Martin has taken over as ITU Secretary-General from Houlin Zhao.',
      'The International Telecommunication Union published its Guide to Developing a National Cybersecurity Strategy in 2018.',
    ],
    '2023-01-02',
  )
  expectOrder(items)
  expect(holdersOf(items, 'itu-secretary-general').slice(-2)).toEqual(['Houlin Zhao', 'Doreen Bogdan-Martin'])
  const years = yearsOf(items)
  expect(years).toContain(2018)
  // Founded in 1865: outside of the overview, but on the timeline of the body that the article is about.
  expect(years[0]).toBe(1865)
})

test('an article of the past shows nothing of what came after it', async () => {
  const items = await timelineOfArticle(
    records,
    [
      'The Shanghai Cooperation Organisation admitted India and Pakistan on Friday. Its Secretary-General, Rashid Alimov, spoke of history.',
      'The SCO was founded in Shanghai in 2001; its agreement on information security, the Agreement on Cooperation in Ensuring International Information Security, dates from 2009.',
    ],
    '2017-06-10',
  )
  expectOrder(items)
  const years = yearsOf(items)
  expect(years).toEqual(expect.arrayContaining([2001, 2009]))
  expect(Math.max(...years)).toBeLessThanOrEqual(2017)
  expect(holdersOf(items, 'sco-secretary-general')).not.toContain('Vladimir Norov')
})

test('an article that names no year still has the coming about of its documents and of its main body', async () => {
  const items = await timelineOfArticle(
    records,
    [
      'Diplomats of the Shanghai Cooperation Organisation recalled the Agreement on Cooperation in Ensuring International Information Security, which their governments had signed.',
      'The SCO has not given up on it.',
    ],
    '2016-05-01',
  )
  expectOrder(items)
  expect(yearsOf(items)).toEqual([2001, 2009])
  expect(points(items).some(({ date }) => date.startsWith('2009-06'))).toBe(true)
  expect(terms(items)).toEqual([])
})

test('a page without a readable date has no overview', async () => {
  expect(await timelineOfArticle(records, ['The SCO met.'], 'yesterday')).toEqual([])
})
