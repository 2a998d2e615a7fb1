import { describe, expect, test } from 'vitest'
import { readRecord } from '../../../src/bundle/read-record.ts'
import { sampleRecord } from './sample-bundle.ts'

const read = (value: unknown) => readRecord(new TextEncoder().encode(JSON.stringify(value)))
const sample = sampleRecord('sco', 'Shanghai Cooperation Organisation', 'shanghai-five')
const [statement] = sample.statements
const [source] = sample.sources
const [alias] = sample.aliases

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const REFUSED: readonly [why: string, change: object, path: string][] = [
  ['an id with capitals', { id: 'SCO' }, 'id'],
  ['an id with a slash, which separates bundle and entity', { id: 'a/b' }, 'id'],
  ['an id of 129 units', { id: 'a'.repeat(129) }, 'id'],
  ['an unknown kind', { kind: 'ship' }, 'kind'],
  ['no name', { names: [] }, 'names'],
  ['a name of one unit', { names: [{ text: 'x', lang: 'en' }] }, 'names.0.text'],
  ['a name of 201 units', { names: [{ text: 'x'.repeat(201), lang: 'en' }] }, 'names.0.text'],
  ['a name without letters', { names: [{ text: '2001', lang: 'en' }] }, 'names.0.text'],
  ['a name without language', { names: [{ text: 'United Nations' }] }, 'names.0.lang'],
  ['an alias of an unknown kind', { aliases: [{ ...alias, kind: 'nickname' }] }, 'aliases.0.kind'],
  [
    'an alias with an unknown rule value',
    { aliases: [{ ...alias, rules: { case: 'upper' } }] },
    'aliases.0.rules.case',
  ],
  ['201 aliases', { aliases: many(201, (i) => ({ ...alias, text: `alias ${i}` })) }, 'aliases'],
  ['501 statements', { statements: many(501, () => statement) }, 'statements'],
  ['both value and entity', { statements: [{ ...statement, entity: 'x' }] }, 'statements.0'],
  ['neither value nor entity', { statements: [{ ...statement, value: undefined }] }, 'statements.0'],
  [
    'a value of 2,001 units',
    { statements: [{ ...statement, value: 'x'.repeat(2_001) }] },
    'statements.0.value',
  ],
  ['a date that is none', { statements: [{ ...statement, start: '2001-13' }] }, 'statements.0.start'],
  ['an end before the start', { statements: [{ ...statement, end: '2000' }] }, 'statements.0.end'],
  [
    'a confidence outside the list',
    { statements: [{ ...statement, confidence: 'high' }] },
    'statements.0.confidence',
  ],
  [
    'a source that the record lacks',
    { statements: [{ ...statement, source: 'other' }] },
    'statements.0.source',
  ],
  ['an event without source', { events: [{ date: '2001', title: 'Founded' }] }, 'events.0.source'],
  [
    'an event with a source that the record lacks',
    { events: [{ date: '2001', title: 'x', source: 'y' }] },
    'events.0.source',
  ],
  ['two sources with one id', { sources: [source, source] }, 'sources'],
  ['a script address', { sources: [{ ...source, url: 'javascript:alert(1)' }] }, 'sources.0.url'],
  ['a data address', { sources: [{ ...source, url: 'data:text/html,x' }] }, 'sources.0.url'],
  [
    'an address with a password',
    { sources: [{ ...source, url: 'https://a:b@example.org/' }] },
    'sources.0.url',
  ],
  ['a relative address', { sources: [{ ...source, url: '/charter' }] }, 'sources.0.url'],
  [
    'an address of 2,049 units',
    { sources: [{ ...source, url: `https://example.org/${'x'.repeat(2_029)}` }] },
    'sources.0.url',
  ],
  ['a list that is missing', { relations: undefined }, 'relations'],
  ['a list that is an object', { context: {} }, 'context'],
]

describe('record gate', () => {
  test('accepts a record that uses every field, and keeps its line', () => {
    const line = JSON.stringify(sample)
    expect(readRecord(new TextEncoder().encode(line))).toEqual({ ok: true, value: { line, record: sample } })
  })

  test('keeps fields that it does not know, at every level', () => {
    const later = {
      ...sample,
      motto: 'Shanghai spirit',
      aliases: [{ ...alias, script: 'Latn', rules: { ...alias?.rules, hyphen: 'any' } }],
      statements: [{ ...statement, rank: 3 }],
      sources: [{ ...source, archived: 'https://example.org/a' }],
      events: [],
      relations: [],
    }
    expect(read(later)).toMatchObject({ ok: true, value: { record: later } })
  })

  test.each(REFUSED)('refuses %s', (_why, change, path) => {
    expect(read({ ...sample, ...change })).toMatchObject({ ok: false, error: { path } })
  })

  test('accepts an id, a text and an address of the greatest length', () => {
    const longest = {
      ...sample,
      id: 'a'.repeat(128),
      statements: [{ ...statement, value: 'x'.repeat(2_000) }],
      sources: [{ ...source, url: `https://example.org/${'x'.repeat(2_028)}` }],
    }
    expect(read(longest).ok).toBe(true)
  })

  test('refuses a record of more than 64 KiB, counted in bytes', () => {
    const big = { ...sample, note: 'ж'.repeat(32 * 1024) }
    expect(read(big)).toMatchObject({ ok: false, error: { code: 'too-long' } })
  })

  test.each([
    ['an array', '[]'],
    ['a text', '"sco"'],
    ['nothing', 'null'],
  ])('refuses %s in the place of a record', (_what, line) => {
    expect(readRecord(new TextEncoder().encode(line)).ok).toBe(false)
  })

  test('refuses a name as a key that reaches into prototypes', () => {
    const line = JSON.stringify(sample).replace('"kind"', '"__proto__":{},"kind"')
    expect(readRecord(new TextEncoder().encode(line))).toMatchObject({ error: { code: 'forbidden-key' } })
  })
})
