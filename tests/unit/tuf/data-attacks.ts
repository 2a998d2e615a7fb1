import { createHash } from 'node:crypto'
import { TOP_ROLES } from '../../../src/bundle/tuf/metadata.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { Attack } from './attack.ts'
import {
  type AttackStage,
  resign,
  SECOND_RECORDS,
  secondLines,
  withLines,
  withManifest,
} from './attack-stage.ts'

/** Records, parts and deltas that a publisher can sign and no reader takes: all signatures are right. */

/** Text that does not compress: else the declared size would be refused first. */
const noise = (length: number): string =>
  Array.from({ length: length / 64 }, (_, index) =>
    createHash('sha256').update(`${index}`).digest('hex'),
  ).join('')

type Spoil = (record: EntityRecord, stage: AttackStage) => object | string
/** In a delta it would make the delta larger than it is worth. */
const TOO_LONG = 'over 64 KiB'
const RECORDS: readonly [what: string, spoil: Spoil][] = [
  ['an alias of one letter', (each) => ({ ...each, aliases: [{ text: 'x', lang: 'en', kind: 'full' }] })],
  ['a name of 201 units', (each) => ({ ...each, names: [{ text: 'x'.repeat(201), lang: 'en' }] })],
  ['no name', (each) => ({ ...each, names: [] })],
  [
    '201 aliases',
    (each) => ({
      ...each,
      aliases: Array.from({ length: 201 }, (_, i) => ({ text: `Alias ${i}`, lang: 'en', kind: 'full' })),
    }),
  ],
  ['501 events', (each) => ({ ...each, events: Array.from({ length: 501 }, () => each.events[0]) })],
  ['a text of 2,001 units', (each) => ({ ...each, descriptions: [{ text: 'x'.repeat(2_001), lang: 'en' }] })],
  [
    'an address that runs',
    (each) => ({ ...each, sources: [{ ...each.sources[0], url: 'javascript:alert(1)' }] }),
  ],
  [
    'an address with credentials',
    (each) => ({ ...each, sources: [{ ...each.sources[0], url: 'https://a:b@example.org/' }] }),
  ],
  ['an address of data', (each) => ({ ...each, sources: [{ ...each.sources[0], url: 'data:text/html,x' }] })],
  ['a kind that is none', (each) => ({ ...each, kind: 'planet' })],
  [
    'a date that is none',
    (each) => ({ ...each, events: [{ date: '2001-13-01', title: 'x', source: 'charter' }] }),
  ],
  ['a source that it does not carry', (each) => ({ ...each, sources: [] })],
  [TOO_LONG, (each) => ({ ...each, extra: noise(65_536) })],
  ['a field twice', (each) => JSON.stringify(each).replace('"id":', '"id":"x","id":')],
  ['__proto__', (each) => JSON.stringify(each).replace('"id":', '"__proto__":{},"id":')],
  ['a fraction', (each) => ({ ...each, extra: 1.5 })],
  ['half a character', (each) => JSON.stringify(each).replace('"id":', '"extra":"\\udc00","id":')],
  [
    'deep nesting',
    (each) => JSON.stringify(each).replace('"id":', `"extra":${'['.repeat(40)}${']'.repeat(40)},"id":`),
  ],
  ['no JSON', () => 'not json'],
  ['an id that climbs', (each) => ({ ...each, id: '../../x' })],
]

const spoilt = (record: EntityRecord, spoil: Spoil, stage: AttackStage): string => {
  const bad = spoil(record, stage)
  return typeof bad === 'string' ? bad : JSON.stringify(bad)
}

const IN_RECORDS: readonly Attack[] = RECORDS.flatMap(([what, spoil]): Attack[] => [
  {
    what: `a record with ${what} in a full part`,
    by: 'full',
    code: 'bad-record',
    moves: TOP_ROLES,
    attack: (stage) => {
      const lines = secondLines(stage)
      lines[3] = spoilt(SECOND_RECORDS[3] as EntityRecord, spoil, stage)
      return withLines(stage, 'full', `${lines.join('\n')}\n`)
    },
  },
  {
    what: `a record with ${what} in a delta`,
    by: 'delta',
    code: 'bad-record',
    moves: TOP_ROLES,
    attack: (stage) =>
      withLines(stage, 'delta', `{"put":${spoilt(SECOND_RECORDS[5] as EntityRecord, spoil, stage)}}\n`),
  },
]).filter(({ what, by }) => !(by === 'delta' && what.includes(TOO_LONG)))

const lines = (what: string, change: (lines: string[]) => string, code: Attack['code']): Attack => ({
  what: `a full part with ${what}`,
  by: 'full',
  moves: TOP_ROLES,
  ...(code && { code }),
  attack: (stage) => withLines(stage, 'full', change(secondLines(stage))),
})
const deltas = (what: string, change: (lines: string[]) => string, code: Attack['code']): Attack => ({
  what: `a delta with ${what}`,
  by: 'delta',
  moves: TOP_ROLES,
  ...(code && { code }),
  attack: (stage) => withLines(stage, 'delta', change(secondLines(stage))),
})
const put = (line = '') => `{"put":${line}}\n`

const PARTS: readonly Attack[] = [
  lines('a record twice', ([a, ...all]) => `${[a, a, ...all.slice(1)].join('\n')}\n`, 'wrong-order'),
  lines('its records backwards', (all) => `${all.reverse().join('\n')}\n`, 'wrong-order'),
  lines('a record less', (all) => `${all.slice(1).join('\n')}\n`, 'wrong-count'),
  lines('no end of its last line', (all) => all.join('\n'), 'bad-record'),
  lines('an empty line', (all) => `${all.join('\n')}\n\n`, 'bad-record'),
  lines('carriage returns before nothing', (all) => `\r\n${all.join('\n')}\n`, 'bad-record'),
  lines(
    'a record changed behind the digest',
    (all) => `${all.join('\n').replace('Renamed', 'Renamee')}\n`,
    'wrong-state',
  ),
  lines(
    'an entity that it names and has not',
    (all) => {
      const first = JSON.parse(all[0] ?? '') as { relations: object[] }
      first.relations = [{ relation: 'predecessor', entity: 'nobody' }]
      return `${[JSON.stringify(first), ...all.slice(1)].join('\n')}\n`
    },
    'unknown-reference',
  ),
  deltas('one change of three', (all) => put(all[5]), 'wrong-state'),
  deltas('other records', (all) => put(all[5]?.replace('Renamed', 'Other name')), 'wrong-state'),
  deltas('a put twice', (all) => put(all[5]) + put(all[5]), 'wrong-order'),
  deltas('puts backwards', (all) => put(all[5]) + put(all[1]), 'wrong-order'),
  deltas('nothing', () => '', 'wrong-state'),
  deltas('a line that is neither', () => '{"patch":{}}\n', 'bad-record'),
  deltas('a del of a number', () => '{"del":5}\n', 'bad-record'),
  deltas('a del that carries more', () => '{"del":"e-01","put":{}}\n', 'bad-record'),
]

const BOMBS: readonly Attack[] = (['full', 'delta'] as const).flatMap((kind): Attack[] => [
  {
    what: `16 MiB of spaces in a ${kind} part`,
    by: kind,
    code: 'too-large',
    moves: TOP_ROLES,
    attack: (stage) => withLines(stage, kind, new Uint8Array(16 * 1024 * 1024).fill(0x20), 1),
  },
  {
    what: `a ${kind} part that is no gzip`,
    by: kind,
    code: 'bad-gzip',
    moves: TOP_ROLES,
    attack: async (stage) => {
      const path = kind === 'full' ? 'full-00000.jsonl.gz' : 'delta-1-2.jsonl.gz'
      const { repository } = stage
      const length = stage.second.targets.get(path)?.length ?? 0
      repository.addTarget(path, new Uint8Array(length).fill(0x61))
      await resign(stage)
    },
  },
  {
    what: `a ${kind} part of two members`,
    by: kind,
    moves: TOP_ROLES,
    attack: async (stage) => {
      const path = kind === 'full' ? 'full-00000.jsonl.gz' : 'delta-1-2.jsonl.gz'
      const bytes = stage.second.targets.get(path) ?? new Uint8Array()
      stage.repository.addTarget(path, new Uint8Array([...bytes, ...bytes]))
      await resign(stage)
    },
  },
])

/** The delta of an earlier step under the name of this one: right lines for other records. */
const REPLAYED: readonly Attack[] = [
  {
    what: 'the same delta again, to a reader that has it',
    by: 'current',
    moves: ['timestamp', 'snapshot', 'targets'],
    code: 'wrong-state',
    attack: async (stage) => {
      const { repository } = stage
      const replay = stage.second.targets.get('delta-1-2.jsonl.gz') ?? new Uint8Array()
      repository.addTarget('delta-2-3.jsonl.gz', replay)
      for (const role of ['timestamp', 'snapshot', 'targets'] as const)
        repository.change(role, { version: 3 })
      await withManifest(stage, (all) => {
        const state = all.state as { root: string }
        const [first] = all.deltas
        const part = { ...first?.parts[0], path: 'delta-2-3.jsonl.gz' }
        const root = 'cd'.repeat(32)
        return {
          ...all,
          generation: 3,
          state: { ...state, root },
          deltas: [{ ...first, from: 2, fromState: state.root, to: 3, toState: root, parts: [part] }],
        }
      })
    },
  },
]

export const DATA_ATTACKS: readonly Attack[] = [...IN_RECORDS, ...PARTS, ...BOMBS, ...REPLAYED]
