import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { TOP_ROLES, type TopRole } from '../../../src/bundle/tuf/metadata.ts'
import type { Attack } from './attack.ts'
import { type AttackStage, addressOf } from './attack-stage.ts'

/** What a host can do that has no key: change, cut, swap or hold back what it serves. */

type Bytes = Uint8Array<ArrayBuffer>
const ascii = (text: string): Bytes => new TextEncoder().encode(text)
const flipped = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

/** The files of an update to generation 2, and their caps where nothing names their length. */
const FILES: readonly [
  what: string,
  file: (stage: AttackStage) => string,
  by: 'delta' | 'full',
  moves: readonly TopRole[],
][] = [
  ['the next root', () => 'metadata/2.root.json', 'delta', []],
  ['the timestamp', () => 'metadata/timestamp.json', 'delta', ['root']],
  ['the snapshot', () => 'metadata/2.snapshot.json', 'delta', ['root', 'timestamp']],
  ['the targets', () => 'metadata/2.targets.json', 'delta', ['root', 'timestamp', 'snapshot']],
  ['bundle.json', (stage) => addressOf(stage, MANIFEST_FILE), 'delta', TOP_ROLES],
  ['the delta', (stage) => addressOf(stage, 'delta-1-2.jsonl.gz'), 'delta', TOP_ROLES],
  ['the full part', (stage) => addressOf(stage, 'full-00000.jsonl.gz'), 'full', TOP_ROLES],
]

const CHANGES: readonly [what: string, change: (bytes: Bytes, stage: AttackStage) => Bytes][] = [
  ['its first bit changed', (bytes) => flipped(bytes, 0)],
  ['a bit in the middle changed', (bytes) => flipped(bytes, bytes.length >> 1)],
  ['its last bit changed', (bytes) => flipped(bytes, bytes.length - 1)],
  ['half of it', (bytes) => bytes.slice(0, bytes.length >> 1)],
  ['its last byte missing', (bytes) => bytes.slice(0, -1)],
  ['nothing in it', () => new Uint8Array(0)],
  ['a byte more', (bytes) => new Uint8Array([...bytes, 0x78])],
  ['two of it', (bytes) => new Uint8Array([...bytes, ...bytes])],
  ['a byte order mark before it', (bytes) => new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])],
  ['a web page in its place', () => ascii('<!doctype html><title>Not found</title>')],
  ['an empty object in its place', () => ascii('{}')],
  ['more than any limit', () => new Uint8Array(5 * 1024 * 1024).fill(0x20)],
  ['zeros of its length', (bytes) => new Uint8Array(bytes.length)],
  [
    'the snapshot of generation 1 in its place',
    (_bytes, { repository }) => repository.files.get('metadata/1.snapshot.json') ?? new Uint8Array(),
  ],
  [
    'the first root in its place',
    (_bytes, { repository }) => repository.files.get('metadata/1.root.json') ?? new Uint8Array(),
  ],
]

const changed: readonly Attack[] = FILES.flatMap(([file, path, by, moves]) =>
  CHANGES.map(
    ([change, how]): Attack => ({
      what: `${file} with ${change}`,
      by,
      moves,
      attack: (stage) => {
        const name = path(stage)
        const { files } = stage.repository
        files.set(name, how(files.get(name) ?? new Uint8Array(), stage))
      },
    }),
  ),
)

/** Files that are simply not there; a missing root is how a chain ends. */
const missing: readonly Attack[] = FILES.slice(1).map(([file, path, by, moves]) => ({
  what: `${file} withheld`,
  by,
  moves,
  code: 'not-found',
  attack: (stage) => void stage.repository.files.delete(path(stage)),
}))

/** A file of one generation under the name of another, and files of one length exchanged. */
const mixed: readonly Attack[] = [
  {
    what: 'the timestamp of generation 1 to a reader of generation 2',
    by: 'current',
    code: 'rolled-back',
    attack: async ({ repository, reader }) => {
      repository.files.set('metadata/timestamp.json', reader.stored?.timestamp ?? new Uint8Array())
    },
  },
  {
    what: 'the targets of generation 1 as those of generation 2',
    by: 'delta',
    moves: ['root', 'timestamp', 'snapshot'],
    attack: ({ repository, reader }) => {
      repository.files.set('metadata/2.targets.json', reader.stored?.targets ?? new Uint8Array())
    },
  },
  {
    what: 'the manifest of generation 1 in the place of that of generation 2',
    by: 'delta',
    moves: TOP_ROLES,
    attack: (stage) => {
      stage.repository.files.set(
        addressOf(stage, MANIFEST_FILE),
        stage.first.targets.get(MANIFEST_FILE) ?? new Uint8Array(),
      )
    },
  },
  {
    what: 'the full part of generation 1 in the place of that of generation 2',
    by: 'full',
    moves: TOP_ROLES,
    attack: (stage) => {
      const old = stage.first.targets.get('full-00000.jsonl.gz') ?? new Uint8Array()
      stage.repository.files.set(addressOf(stage, 'full-00000.jsonl.gz'), old)
    },
  },
  {
    what: 'the full part in the place of the delta',
    by: 'delta',
    moves: TOP_ROLES,
    attack: (stage) => {
      const part = stage.second.targets.get('full-00000.jsonl.gz') ?? new Uint8Array()
      stage.repository.files.set(addressOf(stage, 'delta-1-2.jsonl.gz'), part)
    },
  },
  {
    what: 'the delta in the place of the full part',
    by: 'full',
    moves: TOP_ROLES,
    attack: (stage) => {
      const delta = stage.second.targets.get('delta-1-2.jsonl.gz') ?? new Uint8Array()
      stage.repository.files.set(addressOf(stage, 'full-00000.jsonl.gz'), delta)
    },
  },
]

export const HOST_ATTACKS: readonly Attack[] = [...changed, ...missing, ...mixed]
