import { sampleRecord } from './sample-bundle.ts'

/** A record that uses every field. */
export const sample = sampleRecord('sco', 'Shanghai Cooperation Organisation', 'shanghai-five')
const [statement] = sample.statements
const [source] = sample.sources
const [alias] = sample.aliases

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Records that the gate refuses: why, what is changed in `sample`, and the field of which it complains. */
export const REFUSED: readonly [why: string, change: object, path: string][] = [
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
