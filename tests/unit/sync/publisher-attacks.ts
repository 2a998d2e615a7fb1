import { createHash } from 'node:crypto'
import { partFile } from '../../../src/bundle/manifest.ts'
import { envelopeBytes } from '../../../src/cli/bundle/pack-bundle.ts'
import { generateSigningKey } from '../../../src/cli/bundle/signing-key.ts'
import { samplePacked } from '../bundle/sample-bundle.ts'
import { type Attack, lines, MANIFEST, noise, publishPart, text } from './published.ts'
import { NEW, OLD } from './test-sync.ts'

const [itu, un] = NEW

/** Someone publishes: without the key, what is old, or, with the key, what no reader should take. */
export const PUBLISHER_ATTACKS: readonly Attack[] = [
  // Someone without the key publishes.
  [
    'the signature of another key',
    async ({ put, manifest }) => put(MANIFEST, await envelopeBytes(manifest, await generateSigningKey())),
    'wrong-key',
  ],
  ['no signature', async ({ put, manifest }) => put(MANIFEST, await envelopeBytes(manifest)), 'wrong-key'],
  [
    'the signature of the generation before',
    async ({ put, manifest, stage }) => {
      const old = text((await samplePacked(OLD, 2, stage.key)).files.get(MANIFEST) ?? new Uint8Array())
      const { signatures, keys } = JSON.parse(old) as object & { signatures: unknown; keys: unknown }
      put(MANIFEST, new TextEncoder().encode(JSON.stringify({ signed: manifest, signatures, keys })))
    },
    'bad-signature',
  ],

  // What was right once, or elsewhere, is shown again.
  ['the generation before the present one', ({ stage }) => stage.publish(OLD, 1), 'older'],
  [
    'another bundle of the same publisher',
    async ({ stage, put }) => {
      for (const [file, bytes] of (await samplePacked(NEW, 3, stage.key, 'other')).files) put(file, bytes)
    },
    'other-bundle',
  ],
  ['a generation that has expired', ({ sign }) => sign({ expires: '2026-05-31T23:59:59Z' }), 'expired'],
  [
    'a generation that expires this very second',
    ({ sign }) => sign({ expires: '2026-06-01T00:00:00Z' }),
    'expired',
  ],
  [
    'the parts of the generation before',
    async ({ sign, stage }) => {
      const { manifest } = await samplePacked(OLD, 2, stage.key)
      await sign({ full: manifest.full })
    },
    'wrong-count',
  ],

  // The publisher itself is hostile, or careless: the signature is right.
  ['a newer format', ({ sign }) => sign({ minReader: 2 }), 'reader-too-old'],
  [
    'a part outside its folder',
    ({ sign, manifest }) => sign({ full: [{ ...manifest.full[0], path: '../bundle.json' }] }),
    'wrong-shape',
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
    async ({ put, sign }) => {
      const bytes = new TextEncoder().encode('plain text')
      const part = {
        path: 'full-00000.jsonl.gz',
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        raw: 10,
        records: 2,
      }
      put(partFile(part), bytes)
      await sign({ full: [part] })
    },
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
  ['no part at all', ({ sign }) => sign({ full: [] }), 'wrong-count'],
]
