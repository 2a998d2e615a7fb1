import { type Attack, lines, noise, publishPart, signed, text } from './published.ts'
import { TestPublisher } from './publisher.ts'
import { NEW, OLD } from './test-sync.ts'

const [itu, un] = NEW

/** Someone publishes: without the keys, what is old, or, with the keys, what no reader should take. */
export const PUBLISHER_ATTACKS: readonly Attack[] = [
  // Someone without the keys publishes.
  [
    'the metadata of another publisher',
    async ({ put }) => {
      const other = await TestPublisher.start('other')
      for (const [file, bytes] of await other.publish(NEW, 3)) put(file, bytes)
    },
    'bad-signature',
  ],

  // What was right once, or elsewhere, is shown again.
  ['a generation before the present one, signed anew', ({ stage }) => stage.publish(OLD, 1), 'rolled-back'],
  [
    'another bundle of the same publisher',
    ({ stage }) => stage.publish(NEW, 3, { id: 'other' }),
    'other-bundle',
  ],
  [
    'a generation that has expired',
    ({ stage }) => stage.publish(NEW, 3, { expires: '2026-05-31T23:59:59Z' }),
    'expired',
  ],
  [
    'a generation that expires this very second',
    ({ stage }) => stage.publish(NEW, 3, { expires: '2026-06-01T00:00:00Z' }),
    'expired',
  ],

  // The publisher itself is hostile, or careless: the signature is right.
  ['a newer format', (published) => signed(published, { minReader: 2 }), 'reader-too-old'],
  [
    'a generation that is not the signed one',
    (published) => signed(published, { generation: 4 }),
    'wrong-version',
  ],
  [
    'the identity of another bundle',
    (published) => signed(published, { rootDigest: '00'.repeat(32) }),
    'wrong-root',
  ],
  [
    'another digest than the records have',
    ({ stage }) =>
      stage.publish(NEW, 3, {
        deltas: false,
        change: (packed) => {
          const state = { ...packed.manifest.state, root: '00'.repeat(32) }
          const bytes = text(packed.targets.get('bundle.json') ?? new Uint8Array())
          const changed = new TextEncoder().encode(bytes.replace(packed.manifest.state.root, state.root))
          return { ...packed, targets: new Map(packed.targets).set('bundle.json', changed) }
        },
      }),
    'wrong-state',
  ],
  [
    'a part outside its folder',
    (published) => signed(published, { full: [{ path: '../bundle.json', raw: 1, records: 2 }] }),
    'wrong-shape',
  ],
  [
    'a part that nobody signed',
    (published) => signed(published, { full: [{ path: 'full-00009.jsonl.gz', raw: 1, records: 2 }] }),
    'wrong-target',
  ],
  [
    '64 MiB in a part of 64 kB',
    (published) => publishPart(published, new Uint8Array(64 * 1024 * 1024), { raw: 4_000_000 }),
    'too-large',
  ],
  [
    'a part that says it is larger than it is',
    (published) => publishPart(published, lines(itu ?? {}, un ?? {}), { raw: 5_000 }),
    'wrong-length',
  ],
  [
    'a part that is no gzip',
    (published) =>
      publishPart(
        published,
        new Uint8Array(),
        { raw: 10 },
        new Uint8Array(new TextEncoder().encode('plain text')),
      ),
    'bad-gzip',
  ],
  [
    'a record with a script as address',
    (published) =>
      publishPart(
        published,
        lines(itu ?? {}, {
          ...un,
          sources: [{ id: 'charter', title: 't', publisher: 'p', url: 'javascript:alert(1)' }],
        }),
      ),
    'bad-record',
  ],
  [
    'a record with a key that reaches into prototypes',
    (published) =>
      publishPart(
        published,
        new TextEncoder().encode(
          `${text(lines(itu ?? {})).replace('{', '{"__proto__":{},')}${text(lines(un ?? {}))}`,
        ),
      ),
    'bad-record',
  ],
  [
    'an alias of one letter',
    (published) =>
      publishPart(
        published,
        lines(itu ?? {}, { ...un, aliases: [{ text: 'a', lang: 'en', kind: 'short' }] }),
      ),
    'bad-record',
  ],
  [
    'a record of more than 64 KiB',
    (published) => publishPart(published, lines(itu ?? {}, { ...un, note: noise(70_000) })),
    'bad-record',
  ],
  ['an entity twice', (published) => publishPart(published, lines(un ?? {}, un ?? {})), 'wrong-order'],
  [
    'records in another order',
    (published) => publishPart(published, lines(un ?? {}, itu ?? {})),
    'wrong-order',
  ],
  ['fewer records than it says', (published) => publishPart(published, lines(un ?? {})), 'wrong-count'],
  [
    'a reference to nobody',
    (published) =>
      publishPart(
        published,
        lines(itu ?? {}, { ...un, relations: [{ relation: 'part-of', entity: 'nobody' }] }),
      ),
    'unknown-reference',
  ],
  ['no part at all', (published) => signed(published, { full: [] }), 'wrong-count'],
]
