import { ENTITIES, HEADER, SOURCES } from './source-folder.ts'

/** One entity, with room for a change; lines are counted in these tables. */
export const entity = (lines: string) =>
  `entities:\n  - id: rats\n    kind: organization\n    names: {en: Regional Structure}\n${lines}`
export const statement = (text: string) => entity(`    statements:\n      - {${text}}\n`)
const alias = (text: string) => entity(`    aliases:\n      - {${text}}\n`)

/** A file `entity.yaml` or `extra.yaml` with a mistake, and where in it what is complained of. */
export const BAD_ENTITIES: readonly [why: string, file: string, complaint: string][] = [
  ['a typing error in a field', entity('    statments: []\n'), '5:5: The entity has no field "statments"'],
  [
    'a field of an object twice',
    entity('    kind: person\n'),
    '5:5: Malformed YAML: Map keys must be unique',
  ],
  ['no name', 'entities:\n  - id: rats\n    kind: person\n', '2:5: The entity has no "names"'],
  [
    'an empty list of names',
    'entities:\n  - id: rats\n    kind: person\n    names: {}\n',
    '4:12: The entity has no name',
  ],
  ['an empty name', 'entities:\n  - id: rats\n    kind: person\n    names: {en: ""}\n', '4:17: No text here'],
  [
    'a bad id',
    'entities:\n  - id: RATS_1\n    kind: person\n    names: {en: Anna Lee}\n',
    '2:9: "RATS_1" is no id',
  ],
  ['an id of two others', ENTITIES, 'extra.yaml:2:9: The entity id "un" is used twice'],
  [
    'an unknown kind',
    'entities:\n  - id: rats\n    kind: ship\n    names: {en: Anna Lee}\n',
    '3:11: Unknown kind of entity "ship"',
  ],
  [
    'a language that is none',
    entity('    description: {english: x}\n'),
    '5:19: "english" is no language tag',
  ],
  [
    'a statement without source',
    statement('property: founded, value: 2001, confidence: confirmed'),
    '6:9: The statement has no "source"',
  ],
  [
    'a statement with an unknown source',
    statement('property: founded, value: 2001, confidence: confirmed, source: chartre'),
    '6:73: Unknown source "chartre"',
  ],
  [
    'a statement without confidence',
    statement('property: founded, value: 2001, source: charter'),
    '6:9: The statement has no "confidence"',
  ],
  [
    'an unknown confidence',
    statement('property: founded, value: 2001, confidence: high, source: charter'),
    '6:54: Unknown confidence "high"',
  ],
  [
    'an unknown property',
    statement('property: fonded, value: 2001, confidence: confirmed, source: charter'),
    '6:20: Unknown property "fonded"',
  ],
  [
    'both value and entity',
    statement('property: predecessor, value: x, entity: un, confidence: confirmed, source: charter'),
    '6:51: Both "value" and "entity" are given',
  ],
  [
    'neither value nor entity',
    statement('property: predecessor, confidence: confirmed, source: charter'),
    '6:9: Neither "value" nor "entity" is given',
  ],
  [
    'an unknown entity',
    statement('property: predecessor, entity: une, confidence: confirmed, source: charter'),
    '6:41: Unknown entity "une"',
  ],
  [
    'a bad date',
    statement(
      'property: headquarters, value: x, start: 15 June 2001, confidence: confirmed, source: charter',
    ),
    '6:51: "15 June 2001" is no date',
  ],
  [
    'a day that is not in the calendar',
    statement('property: headquarters, value: x, start: 2001-02-29, confidence: confirmed, source: charter'),
    '6:51: "2001-02-29" is not in the calendar',
  ],
  [
    'an end before the start',
    statement(
      'property: headquarters, value: x, start: 2004, end: 2003-12, confidence: confirmed, source: charter',
    ),
    '6:62: The end 2003-12 is before the start 2004',
  ],
  [
    'a date property without a date',
    statement('property: founded, value: long ago, confidence: confirmed, source: charter'),
    '6:36: "long ago" is no date',
  ],
  [
    'a date property with an entity',
    statement('property: founded, entity: un, confidence: confirmed, source: charter'),
    '6:37: The property takes a date',
  ],
  [
    'a start that contradicts a date property',
    statement('property: founded, value: 2001, start: 2002, confidence: confirmed, source: charter'),
    '6:49: The start differs from the value',
  ],
  [
    'an address property without an address',
    statement('property: website, value: example.org, confidence: confirmed, source: charter'),
    '6:36: "example.org" is no web address',
  ],
  [
    'a day of checking that is a month',
    statement('property: founded, value: 2001, confidence: confirmed, source: charter, checkedOn: 2026-01'),
    '6:93: "2026-01" is no day',
  ],
  [
    'an acting holder that is neither true nor false',
    statement('property: headquarters, value: x, acting: yes, confidence: confirmed, source: charter'),
    '6:52: Unknown truth value "yes"',
  ],
  [
    'an event without source',
    entity('    events:\n      - {date: 2001, title: Founded}\n'),
    '6:9: The event has no "source"',
  ],
  [
    'an event without date',
    entity('    events:\n      - {title: Founded, source: charter}\n'),
    '6:9: The event has no "date"',
  ],
  [
    'an event that is a text',
    entity('    events:\n      - Founded in 2001\n'),
    '6:9: The event must be a mapping',
  ],
  [
    'an unknown relation',
    entity('    relations: [{relation: part-off, entity: un}]\n'),
    '5:28: Unknown relation "part-off"',
  ],
  [
    'a relation to nobody',
    entity('    relations: [{relation: part-of, entity: sco}]\n'),
    '5:45: Unknown entity "sco"',
  ],
  ['an alias of one letter', alias('text: R, lang: en, kind: acronym'), '6:16: "R" is too short'],
  [
    'an alias of 201 letters',
    alias(`text: ${'R'.repeat(201)}, lang: en, kind: full`),
    `6:16: "${'R'.repeat(60)}…" is too long`,
  ],
  ['an alias of digits', alias('text: 2001, lang: en, kind: short'), '6:16: "2001" has too few letters'],
  [
    'an alias that is on every page',
    alias('text: The, lang: en, kind: short'),
    '6:9: "The" is too common a word for an alias',
  ],
  [
    'an acronym in small letters that is a word',
    alias('text: who, lang: en, kind: acronym'),
    '6:9: "who" is too common a word for an alias',
  ],
  [
    'an acronym in any case that is a word',
    alias('text: WHO, lang: en, kind: acronym, case: folded'),
    '6:9: "WHO" is too common a word for an alias',
  ],
  [
    'an alias of an unknown kind',
    alias('text: Tashkent Structure, lang: en, kind: nick'),
    '6:52: Unknown kind of alias "nick"',
  ],
  [
    'the same alias twice',
    entity(
      '    aliases:\n      - {text: RCTS, lang: en, kind: acronym}\n      - {text: RCTS, lang: en, kind: short}\n',
    ),
    '7:9: The alias "RCTS" stands here twice',
  ],
  [
    'an item that is none of Wikidata',
    entity('    identifiers: {wikidata: "485207"}\n'),
    '5:29: "485207" is no Wikidata item',
  ],
  ['a mapping in the place of a list', entity('    context: {a: b}\n'), '5:14: This must be a list'],
]

/** Files with a mistake in one of them. */
export const BAD_FILES: readonly [why: string, files: Readonly<Record<string, string>>, complaint: string][] =
  [
    ['YAML that is none', { 'x.yaml': 'entities:\n  - id: a\n   kind: b\n' }, 'x.yaml:3:1: Malformed YAML'],
    [
      'an open quote',
      { 'x.yaml': 'entities:\n  - id: "a\n' },
      'x.yaml:3:1: Malformed YAML: Missing closing "quote',
    ],
    [
      'a tabulator as indentation',
      { 'x.yaml': 'entities:\n\t- id: a\n' },
      'x.yaml:2:1: Malformed YAML: Tabs are not allowed as indentation',
    ],
    [
      'an anchor that is not there',
      { 'x.yaml': 'entities: *all\n' },
      'x.yaml:1:11: A YAML alias is not read here',
    ],
    [
      'two documents in a file',
      { 'x.yaml': 'entities: []\n---\nentities: []\n' },
      'x.yaml:2:1: A second YAML document',
    ],
    ['an unknown key of a file', { 'x.yaml': 'entitys: []\n' }, 'x.yaml:1:1: Unknown content'],
    ['two keys in a file', { 'x.yaml': 'entities: []\nsources: []\n' }, 'x.yaml:1:1: Unknown content'],
    ['an empty file', { 'x.yaml': '' }, 'x.yaml:1:1: Unknown content'],
    ['a list that is none', { 'x.yaml': 'entities: none\n' }, 'x.yaml:1:11: "entities" is no list'],
    [
      'a file that would be passed over',
      { 'x.yml': 'entities: []\n' },
      'x.yml:1:1: Only .yaml files are read',
    ],
    [
      'a script as an address',
      { 'x.yaml': 'sources:\n  - {id: a, title: t, publisher: p, url: "javascript:alert(1)"}\n' },
      'x.yaml:2:42: This address is neither http nor https',
    ],
    [
      'an address with a password',
      { 'x.yaml': 'sources:\n  - {id: a, title: t, publisher: p, url: "https://a:b@example.org/"}\n' },
      'x.yaml:2:42: This address holds a user name or password',
    ],
    [
      'an address that is none',
      { 'x.yaml': 'sources:\n  - {id: a, title: t, publisher: p, url: example.org}\n' },
      'x.yaml:2:42: This is no address',
    ],
    ['a source id twice', { 'x.yaml': SOURCES }, 'x.yaml:2:10: The source id "charter" is used twice'],
    [
      'a source without publisher',
      { 'x.yaml': 'sources:\n  - {id: a, title: t, url: "https://example.org/"}\n' },
      'x.yaml:2:5: The source has no "publisher"',
    ],
    [
      'a header without licence',
      { 'bundle.yaml': HEADER.replace(/license.*\n/, '') },
      'bundle.yaml:1:1: The bundle has no "license"',
    ],
    [
      'another source format',
      { 'bundle.yaml': HEADER.replace('bg-source/1', 'bg-source/2') },
      'bundle.yaml:1:9: Unknown source format "bg-source/2"',
    ],
    [
      'generation 0',
      { 'bundle.yaml': HEADER.replace('generation: 1', 'generation: 0') },
      'bundle.yaml:8:13: "0" is no whole number from 1 on',
    ],
    [
      'a day in the place of an instant',
      { 'bundle.yaml': HEADER.replace('T00:00:00Z', '') },
      'bundle.yaml:9:10: "2026-01-01" is no instant',
    ],
  ]
