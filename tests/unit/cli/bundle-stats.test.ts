import { describe, expect, test } from 'vitest'
import { bundleStats } from '../../../src/cli/bundle/bundle-stats.ts'
import { sampleFacts } from '../../../src/cli/bundle/fact-sample.ts'
import { acronymCoverage, coverageLines, nameCoverage } from '../../../src/cli/bundle/name-coverage.ts'
import { recheckList } from '../../../src/cli/bundle/recheck-list.ts'
import type { EntityRecord, Source, Statement } from '../../../src/model/entity.ts'
import { dayNumber } from '../../../src/model/partial-date.ts'
import { sourceFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

const source = (id: string, date?: string): Source =>
  ({
    id,
    title: `About ${id}`,
    publisher: 'Registry',
    url: 'https://example.org/',
    ...(date && { date }),
  }) as Source

const record = (id: string, more: Partial<EntityRecord>): EntityRecord =>
  ({
    id,
    kind: 'position',
    names: [{ text: id, lang: 'en' }],
    aliases: [],
    descriptions: [],
    statements: [],
    events: [],
    relations: [],
    context: [],
    identifiers: [],
    sources: [],
    ...more,
  }) as EntityRecord

const holder = (more: Partial<Statement>): Statement =>
  ({ property: 'holder', value: 'Anna Lee', confidence: 'confirmed', source: 'page', ...more }) as Statement

describe('what a bundle covers', () => {
  const stats = bundleStats([
    record('chair', {
      aliases: [
        { text: 'Stuhl', lang: 'de', kind: 'full' },
        { text: 'Seat', lang: 'en', kind: 'short', rules: { ambiguous: true } },
      ],
      statements: [holder({}), holder({ confidence: 'unconfirmed' })],
      sources: [source('page', '2020-05'), source('undated')],
    }),
    record('meeting', {
      kind: 'event',
      events: [{ date: '2001', title: 'Opened', source: 'old', confidence: 'disputed' } as never],
      sources: [source('old', '1999~'), source('page', '2020-05')],
    }),
    record('summit', { kind: 'event', events: [{ date: '2002', title: 'Opened', source: 'old' } as never] }),
  ])

  test('counts by kind and by language, the most frequent first', () => {
    expect(stats.entitiesByKind).toEqual([
      ['event', 2],
      ['position', 1],
    ])
    expect(stats.namesByLanguage).toEqual([
      ['en', 4],
      ['de', 1],
    ])
    expect(stats.ambiguousNames).toBe(1)
  })

  test('counts statements and events by confidence; an event without one counts as confirmed', () => {
    expect(stats.statements).toEqual({ confirmed: 1, unconfirmed: 1, disputed: 0 })
    expect(stats.events).toEqual({ confirmed: 1, unconfirmed: 0, disputed: 1 })
  })

  test('names the entities without a confirmed fact', () => {
    expect(stats.unconfirmed).toEqual(['meeting'])
    expect(stats.unconfirmedByKind).toEqual([['event', 1]])
  })

  test('counts a source once, and finds the oldest dated one', () => {
    expect([stats.sources, stats.undatedSources, stats.oldestSource?.id]).toEqual([3, 1, 'old'])
  })

  test('an empty bundle has no oldest source', () => {
    expect(bundleStats([])).toMatchObject({ entities: 0, oldestSource: undefined, unconfirmed: [] })
  })
})

describe('what must be checked again', () => {
  const due = (statement: Statement) =>
    recheckList(
      [record('chair', { statements: [statement], sources: [source('page', '2024-03-01')] })],
      dayNumber(2026, 11, 23),
    ).map(({ due: day, why }) => `${day} ${why}`)

  test.each<[string, Partial<Statement>, string[]]>([
    ['a term that ends later is due at its end', { end: '2026-12-31' }, ['2026-12-31 ends']],
    ['a year counts to its last day', { end: '2027' }, ['2027-12-31 ends']],
    ['a term that has ended is done with', { end: '2025-01-01' }, []],
    ['a day that is today is still due', { end: '2026-11-23' }, ['2026-11-23 ends']],
    ['checked by hand', { start: '2020', checkedOn: '2026-06-01' }, ['2027-06-01 not-seen-lately']],
    ['its source was published', { start: '2020' }, ['2025-03-01 not-seen-lately']],
    [
      'a source without date: since it began',
      { source: 'none', start: '2023-01-01' } as never,
      ['2024-01-01 not-seen-lately'],
    ],
    ['nothing is known of when', { source: 'none' } as never, []],
    [
      'an office that nobody is known to hold',
      { property: 'vacancy', start: '2026' },
      ['2025-03-01 not-seen-lately'],
    ],
    ['no office', { property: 'website' }, []],
  ])('%s', (_why, statement, expected) => {
    expect(due(holder(statement))).toEqual(expected)
  })

  test('the most urgent comes first', () => {
    const list = recheckList(
      [
        record('b', { statements: [holder({ end: '2027-01-01' })] }),
        record('a', { statements: [holder({ end: '2028-01-01' }), holder({ end: '2026-12-01' })] }),
      ],
      dayNumber(2026, 11, 23),
    )
    expect(list.map(({ entity, due: day }) => [entity, day])).toEqual([
      ['a', '2026-12-01'],
      ['b', '2027-01-01'],
      ['a', '2028-01-01'],
    ])
  })
})

test('who chaired a meeting is not checked again', () => {
  const chair = holder({ property: 'chair', start: '2016' })
  expect(recheckList([record('summit', { kind: 'event', statements: [chair] })], 0)).toEqual([])
})

describe('a sample of facts', () => {
  const records = Array.from({ length: 20 }, (_, index) =>
    record(`chair-${index}`, {
      statements: [holder({ start: '2001' }), holder({ start: '2002', confidence: 'unconfirmed' })],
      events: [{ date: '2001', title: 'Opened', source: 'page' } as never],
      sources: [source('page', '2020-05')],
    }),
  )
  const draw = (seed: number, from = records) => sampleFacts(from, 8, seed, 'confirmed')

  test('is the same for the same seed, in whatever order the records come, and another for another', () => {
    expect(draw(1)).toHaveLength(8)
    expect(draw(1, [...records].reverse())).toEqual(draw(1))
    expect(draw(2)).not.toEqual(draw(1))
  })

  test('holds statements and events of one confidence, with their source', () => {
    const all = sampleFacts(records, 100, 1, 'confirmed')
    expect(all).toHaveLength(40)
    expect(new Set(all.map(({ property }) => property))).toEqual(new Set(['holder', 'event']))
    expect(sampleFacts(records, 100, 1, 'unconfirmed').map(({ dates }) => dates)).toEqual(
      Array(20).fill('2002'),
    )
    expect(all.every((fact) => fact.source?.id === 'page')).toBe(true)
  })

  test('one fact more changes one place of it at most', () => {
    const added = [...records, record('chair-x', { statements: [holder({ start: '2003' })] })]
    const before = new Set(draw(3).map((each) => JSON.stringify(each)))
    expect(draw(3, added).filter((each) => !before.has(JSON.stringify(each))).length).toBeLessThan(2)
  })
})

test('coverage: a kind is covered in a language where every one of its entities has a name in it', () => {
  const zh = { text: '椅子', lang: 'zh-Hant', kind: 'full' } as const
  const records = [record('one', { aliases: [zh] }), record('two', {}), record('three', {})]
  const coverage = nameCoverage(records, ['en', 'zh'])
  expect(coverage).toEqual([{ kind: 'position', entities: 3, named: [3, 1] }])
  expect(coverageLines('Names by kind', coverage, ['en', 'zh'])[1]).toMatch(/position +3 +100 % +33 %$/)
})

test('coverage of acronyms: organisations and agreements that have one; a short form counts where there are no capitals', () => {
  const acronym = (text: string, lang: string) => ({ text, lang, kind: 'acronym' }) as const
  const short = (text: string, lang: string) => ({ text, lang, kind: 'short' }) as const
  const records = [
    record('who', {
      kind: 'organization',
      aliases: [acronym('WHO', 'en'), short('世卫组织', 'zh-Hans'), short('Вселенная', 'ru')],
    }),
    record('unesco', { kind: 'organization', names: [{ text: 'ЮНЕСКО', lang: 'ru' }] }),
    record('secretariat', { kind: 'organization', aliases: [short('秘书处', 'zh')] }),
    record('chair', { aliases: [acronym('SG', 'en')] }),
    record('npt', { kind: 'agreement', aliases: [acronym('NPT', 'en'), acronym('ДНЯО', 'ru')] }),
  ]
  const langs = ['en', 'ru', 'zh']
  const coverage = acronymCoverage(records, langs)
  expect(coverage).toEqual([
    { kind: 'organization', entities: 2, named: [1, 1, 1] },
    { kind: 'agreement', entities: 1, named: [1, 1, 0] },
  ])
  expect(coverageLines('Acronyms by kind', coverage, langs)[0]).toMatch(
    /^ {2}Acronyms by kind +all +en +ru +zh$/,
  )
})

describe('bundle stats', () => {
  test('reports a folder of sources', async () => {
    const { code, out } = await runCli('bundle', 'stats', await sourceFolder())
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Entities: 2 (organization 2)',
      'Names and aliases: en 4, ru 1; 1 are ambiguous',
      'Statements: 2 confirmed, 0 unconfirmed, 0 disputed',
      'Events: 0 confirmed, 0 unconfirmed, 1 disputed',
    ])
    expect(out).toContain('Entities without a confirmed fact: 1 (organization 1)\n  un\n')
  })

  test.each([
    ['a day that is none', ['--as-of', '2026-11'], '--as-of takes a day'],
    ['a list that is none', ['--list', 'some'], '--list takes "all"'],
    ['a sample of none', ['--sample', '0'], '--sample takes'],
    ['a seed without a sample', ['--seed', '7'], 'belong to --sample'],
    ['a confidence that is none', ['--sample', '5', '--confidence', 'sure'], '--confidence takes confirmed'],
  ])('%s', async (_why, more, complaint) => {
    const { code, err } = await runCli('bundle', 'stats', await sourceFolder(), ...more)
    expect([code, err]).toEqual([2, expect.stringContaining(complaint)])
  })

  test('draws a sample instead, one fact a line with its source', async () => {
    const { code, out } = await runCli(
      'bundle',
      'stats',
      await sourceFolder(),
      '--sample',
      '1',
      '--seed',
      '7',
    )
    expect([code, out.trim().split('\n').length]).toEqual([0, 1])
    expect(out).toMatch(/ \| https:\/\//)
  })

  test('unsound sources are complained of, not counted', async () => {
    const { code, err } = await runCli('bundle', 'stats', await sourceFolder({ 'x.yaml': 'entitys: []\n' }))
    expect([code, err]).toEqual([1, expect.stringContaining('x.yaml:1:1: Unknown content')])
  })
})
