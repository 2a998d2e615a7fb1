import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineItem, TimelinePoint, TimelineSpan } from '../../../src/facts/timeline.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { dayNumber } from '../../../src/model/partial-date.ts'
import { type Bar, MOST_LANES } from '../../../src/ui/timeline/bar-layout.ts'
import { layOutTimeline, type TimelineLayout } from '../../../src/ui/timeline/layout.ts'
import { nextInOrder } from '../../../src/ui/timeline/roving.ts'
import { shortened, textWidth } from '../../../src/ui/timeline/text-width.ts'
import { textsOf } from '../../playground/languages.ts'

const t = textsOf('en')
const FONT = 12
const TODAY = dayNumber(2026, 11, 23)
const owner = { bundle: 'world' as BundleId, entity: 'sco' as EntityId }
const source = { title: '', publisher: '', url: '', host: '' }

const span = (text: string, first: number, last: number): TimelineSpan => ({
  kind: 'span',
  owner,
  property: 'holder',
  text,
  confidence: 'confirmed',
  source,
  first,
  last,
})

const point = (title: string, day: number): TimelinePoint => ({
  kind: 'point',
  owner,
  date: '2020',
  title,
  confidence: 'confirmed',
  source,
  first: day,
  last: day,
})

const layOut = (items: readonly TimelineItem[], width = 368, asOf?: number): TimelineLayout =>
  layOutTimeline({
    items,
    width,
    fontSize: FONT,
    today: TODAY,
    t,
    ...(asOf !== undefined && { asOf: { text: '2020-02-27', day: asOf } }),
  })

const day = fc.integer({ min: dayNumber(1865, 1, 1), max: TODAY })
const title = fc.string({ minLength: 1, maxLength: 60 })
const anySpan = fc
  .tuple(title, day, fc.option(day, { nil: Infinity }))
  .map(([text, a, b]) => span(text, Math.min(a, b), Math.max(a, b)))
const anyPoint = fc.tuple(title, day).map(([text, at]) => point(text, at))
const items = fc
  .tuple(fc.array(anySpan, { maxLength: 20 }), fc.array(anyPoint, { maxLength: 30 }))
  .map(([spans, points]): TimelineItem[] => [...spans, ...points].sort((a, b) => a.first - b.first))
  .filter((all) => all.length > 0)
const width = fc.integer({ min: 280, max: 1200 })

/** From where to where a bar and its label reach. */
function extent({ x, width: length, label, labelX, labelSide }: Bar): [number, number] {
  const text = textWidth(label, FONT)
  const from = labelSide === 'before' ? labelX - text : labelX
  return [Math.min(x, from), Math.max(x + length, from + text)]
}

describe('a timeline of any items at any width', () => {
  test('has no bar or label that touches another in its lane', () => {
    fc.assert(
      fc.property(items, width, (all, wide) => {
        const { bars } = layOut(all, wide)
        for (const [index, bar] of bars.entries())
          for (const other of bars.slice(index + 1)) {
            if (other.lane !== bar.lane) continue
            const [a, b] = [extent(bar), extent(other)]
            expect(a[1] <= b[0] || b[1] <= a[0]).toBe(true)
          }
      }),
    )
  })

  test('stays within its width, and within its lanes', () => {
    fc.assert(
      fc.property(items, width, (all, wide) => {
        const { bars, points, ticks } = layOut(all, wide)
        for (const bar of bars) {
          expect(bar.lane).toBeLessThan(MOST_LANES)
          const [from, to] = extent(bar)
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(wide)
        }
        for (const { x } of [...points, ...ticks]) expect(x >= 0 && x <= wide).toBe(true)
      }),
    )
  })

  test('draws every event, and has no leader that runs through a label', () => {
    fc.assert(
      fc.property(items, width, (all, wide) => {
        const { points } = layOut(all, wide)
        expect(points.length).toBe(all.filter(({ kind }) => kind === 'point').length)
        for (const { x, label } of points) {
          if (!label) continue
          const end = x + textWidth(label.text, FONT)
          const crossing = points.filter(
            (other) => other.label && other.x > x && other.x < end && other.label.row >= label.row,
          )
          expect(crossing).toEqual([])
        }
      }),
    )
  })

  test('keeps the label of the article within the drawing', () => {
    fc.assert(
      fc.property(items, width, day, (all, wide, asOf) => {
        const { line } = layOut(all, wide, asOf)
        const half = textWidth(line?.label ?? '', FONT) / 2
        expect(line && line.labelX - half >= 0 && line.labelX + half <= wide).toBe(true)
      }),
    )
  })
})

describe('a timeline', () => {
  test('draws what lasts still up to today, and open', () => {
    const { bars } = layOut([span('China', dayNumber(2001, 6, 15), Infinity)])
    expect(bars[0]).toMatchObject({ opensBefore: false, opensAfter: true, label: 'China' })
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeGreaterThan(340)
  })

  test('shows a term of one day', () => {
    const { bars } = layOut([span('Acting head', 0, 0), span('Head', 1, 9_000)])
    expect(bars[0]?.width).toBeGreaterThanOrEqual(4)
  })

  test('puts a later term to the right of an earlier one, in the same lane where there is room', () => {
    const terms = [
      span('A', dayNumber(1980, 1, 1), dayNumber(1990, 1, 1)),
      span('B', dayNumber(2000, 1, 1), dayNumber(2010, 1, 1)),
    ]
    const { bars } = layOut(terms)
    expect(bars.map(({ lane }) => lane)).toEqual([0, 0])
    expect(bars[1]?.x).toBeGreaterThan(bars[0]?.x ?? Infinity)
  })

  test('labels events only where there is room for words', () => {
    const events = [point('Charter signed', dayNumber(2002, 6, 7)), point('Summit', dayNumber(2019, 6, 14))]
    expect(layOut(events, 368).points.map(({ label }) => label)).toEqual([undefined, undefined])
    expect(layOut(events, 800).points.map(({ label }) => label?.text)).toEqual(['Charter signed', 'Summit'])
  })

  test('piles up what happened on one day', () => {
    const events = [1, 2, 3].map((index) => point(`Event ${index}`, TODAY))
    expect(layOut(events).points.map(({ row }) => row)).toEqual([0, 1, 2])
  })

  test('has years on its axis over decades, months within a year', () => {
    const long = layOut([point('a', dayNumber(1950, 1, 1)), point('b', TODAY)])
    expect(long.ticks.map(({ label }) => label)).toContain('2000')
    const short = layOut([point('a', dayNumber(2020, 1, 10)), point('b', dayNumber(2020, 9, 1))])
    expect(short.ticks.map(({ label }) => label)).toContain('Apr 2020')
  })

  test('shows no character of a title that cannot be seen', () => {
    const { points } = layOut([point('Sum\u202Emit', TODAY)], 800)
    expect(points[0]?.label?.text).toBe('Summit')
  })
})

describe('terms in groups', () => {
  const grouped = (spans: readonly TimelineSpan[], wide = 900) =>
    layOutTimeline({
      items: spans,
      width: wide,
      fontSize: FONT,
      today: TODAY,
      t,
      titleOf: ({ property }) => property ?? '',
    })
  const year = (number: number) => dayNumber(number, 1, 1)
  const of = (group: string, text: string, first: number, last: number) => ({
    ...span(text, first, last),
    property: group,
  })

  test('stand under their title, those that follow one another in one lane', () => {
    const { bars, titles } = grouped([
      of('chair', 'Ann', year(2000), year(2004)),
      of('chair', 'Ben', year(2004), year(2008)),
      of('chair', 'Cid', year(2006), year(2010)),
      of('clerk', 'Dee', year(2001), year(2009)),
    ])
    expect(titles).toEqual([
      { text: 'chair', lane: 0 },
      { text: 'clerk', lane: 3 },
    ])
    expect(bars.map(({ item, lane }) => [item.text, lane])).toEqual([
      ['Ann', 1],
      ['Ben', 1],
      ['Cid', 2],
      ['Dee', 4],
    ])
  })

  test('have their names upon them or not at all: a stump of a name names nobody', () => {
    const [long, brief] = grouped(
      [
        of('chair', 'Maximiliane', year(2000), year(2019)),
        of('chair', 'Maximiliane', year(2019), year(2020)),
      ],
      400,
    ).bars
    expect(long?.label).toBe('Maximiliane')
    expect(brief?.label).toBe('')
    expect([long?.labelSide, brief?.labelSide]).toEqual(['upon', 'upon'])
  })

  test('end where the overview does: whole groups are left to the list, never half of one', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      of(`office ${index}`, 'Somebody', year(2000), year(2010)),
    )
    const { bars, titles } = grouped(many)
    expect(titles).toHaveLength(7)
    expect(bars).toHaveLength(7)
  })

  test('of any kind lie below their title and above the next, and do not overlap in their lane', () => {
    const group = fc.constantFrom('a', 'b', 'c')
    const spans = fc
      .array(fc.tuple(anySpan, group), { minLength: 1, maxLength: 20 })
      .map((all) =>
        all
          .map(([each, name]) => ({ ...each, property: name }))
          .sort((one, other) => one.property.localeCompare(other.property) || one.first - other.first),
      )
    fc.assert(
      fc.property(spans, width, (all, wide) => {
        const { bars, titles } = grouped(all, wide)
        for (const { item, lane } of bars) {
          const title = titles.findLast((each) => each.lane < lane)
          expect(title?.text).toBe(item.property)
        }
        for (const lane of new Set(bars.map((bar) => bar.lane))) {
          const inLane = bars.filter((bar) => bar.lane === lane).sort((one, other) => one.x - other.x)
          // Two pixels: the day of a handover belongs to both.
          for (const [index, bar] of inLane.entries())
            if (index > 0)
              expect(bar.x + 2).toBeGreaterThanOrEqual(
                (inLane[index - 1]?.x ?? 0) + (inLane[index - 1]?.width ?? 0) - 1e-6,
              )
        }
      }),
    )
  })
})

describe('a label', () => {
  test('is shortened to the room it has, and left out where that says nothing', () => {
    expect(shortened('Summit', 200, FONT)).toBe('Summit')
    const cut = shortened('Members sign an agreement in Yekaterinburg', 100, FONT)
    expect(cut).toMatch(/^Members sign.*…$/)
    expect(textWidth(cut, FONT)).toBeLessThanOrEqual(100)
    expect(shortened('Summit', 10, FONT)).toBe('')
  })

  test('takes Han characters for wider than letters', () => {
    expect(textWidth('上海', FONT)).toBeGreaterThan(textWidth('SC', FONT))
  })
})

describe('the arrow keys', () => {
  test.each<readonly [number, string, boolean, number | undefined, string]>([
    [0, 'ArrowRight', false, 1, 'to what is later'],
    [1, 'ArrowLeft', false, 0, 'to what is earlier'],
    [2, 'ArrowRight', false, 2, 'not past the end'],
    [0, 'ArrowLeft', false, 0, 'not past the beginning'],
    [0, 'ArrowLeft', true, 1, 'the other way round where time runs from right to left'],
    [2, 'Home', false, 0, 'to the first'],
    [0, 'End', true, 2, 'to the last'],
    [1, 'a', false, undefined, 'other keys mean nothing'],
  ])('from %i with %s (mirrored: %s) to %s: %s', (from, key, mirrored, to) => {
    expect(nextInOrder(from, 3, key, mirrored)).toBe(to)
  })
})
