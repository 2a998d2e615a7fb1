import { beforeAll, describe, expect, test } from 'vitest'
import { openManifest } from '../../../src/bundle/open-manifest.ts'
import { envelopeBytes } from '../../../src/cli/bundle/pack-bundle.ts'
import { generateSigningKey, type SigningKey } from '../../../src/cli/bundle/signing-key.ts'
import type { BundleErrorCode } from '../../../src/model/sync-error.ts'
import { samplePacked, sampleRecord } from './sample-bundle.ts'

const { subtle } = crypto
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (value: string) => new TextEncoder().encode(value)

let key: SigningKey
let other: SigningKey
let manifest: Record<string, unknown>
const open = (envelope: Uint8Array, keyId = key.keyId) =>
  openManifest(envelope, { kind: 'key', keyId }, subtle)
const signed = (change: object) => envelopeBytes({ ...manifest, ...change }, key)

beforeAll(async () => {
  key = await generateSigningKey()
  other = await generateSigningKey()
  manifest = { ...(await samplePacked([sampleRecord('un', 'United Nations')])).manifest }
})

describe('opening bundle.json', () => {
  test('gives what the pinned key signed', async () => {
    expect(await open(await signed({}))).toEqual({ ok: true, value: manifest })
  })

  test('a field that it does not know is covered by the signature and ignored', async () => {
    expect((await open(await signed({ mirrors: ['https://example.org/'] }))).ok).toBe(true)
    const changed = text(await signed({ mirrors: ['https://example.org/'] })).replace(
      'example.org/"\n',
      'evil.test/"\n',
    )
    expect(await open(bytes(changed))).toMatchObject({ error: { code: 'bad-signature' } })
  })

  test('the package vouches for its own bundle without a signature', async () => {
    const unsigned = await envelopeBytes(manifest)
    expect((await openManifest(unsigned, { kind: 'package' }, subtle)).ok).toBe(true)
    expect(await open(unsigned)).toMatchObject({ error: { code: 'wrong-key' } })
  })

  test('a field written in another order or with other spaces is the same signed content', async () => {
    const envelope = JSON.parse(text(await signed({}))) as { signed: object }
    const reversed = Object.fromEntries(Object.entries(envelope.signed).reverse())
    expect((await open(bytes(JSON.stringify({ ...envelope, signed: reversed })))).ok).toBe(true)
  })

  const FORGED: readonly [
    why: string,
    forge: (envelope: string) => string | Promise<string>,
    code: BundleErrorCode,
  ][] = [
    ['a changed title', (all) => all.replace('"Sample"', '"Simple"'), 'bad-signature'],
    ['a changed generation', (all) => all.replace('"generation": 1', '"generation": 2'), 'bad-signature'],
    ['a changed hash of a part', (all) => all.replace(/"sha256": "./, '"sha256": "0'), 'bad-signature'],
    [
      'a changed signature',
      (all) => all.replace(/"sig": "./, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
      'bad-signature',
    ],
    ['a signature by another key alone', async () => text(await envelopeBytes(manifest, other)), 'wrong-key'],
    [
      'another key under the pinned id',
      (all) => all.replace(key.publicKey.keyval.public, other.publicKey.keyval.public),
      'wrong-key',
    ],
    ['no keys', (all) => all.replace(/"keys": \[[^\]]*\]/, '"keys": []'), 'wrong-key'],
    ['no signatures', (all) => all.replace(/"signatures": \[[^\]]*\]/, '"signatures": []'), 'wrong-key'],
    [
      'one key signing twice',
      (all) => all.replace(/"signatures": \[([^\]]*)\]/, '"signatures": [$1,$1]'),
      'wrong-shape',
    ],
    ['another kind of key', (all) => all.replace('"keytype": "ed25519"', '"keytype": "rsa"'), 'wrong-shape'],
    ['another scheme', (all) => all.replace('"scheme": "ed25519"', '"scheme": "none"'), 'wrong-shape'],
    [
      'a duplicate key that hides a value',
      (all) => all.replace('"generation": 1', '"generation": 1, "generation": 2'),
      'not-json',
    ],
    ['bytes behind the end', (all) => `${all}{}`, 'not-json'],
    ['a web page', () => '<!doctype html><title>Welcome</title>', 'not-json'],
    ['more than 256 KiB', (all) => all + ' '.repeat(256 * 1024), 'too-large'],
    ['nothing signed', (all) => all.replace('"signed"', '"unsigned"'), 'wrong-shape'],
    ['a list', () => '[]', 'wrong-shape'],
  ]
  test.each(FORGED)('refuses %s', async (_why, forge, code) => {
    const forged = await forge(text(await signed({})))
    expect(await open(bytes(forged))).toMatchObject({ ok: false, error: { code, where: 'bundle.json' } })
  })

  const part = { path: 'full-00000.jsonl.gz', length: 10, sha256: '0'.repeat(64), raw: 100, records: 1 }
  const counts = { entities: 1, aliases: 1, facts: 1, sources: 1 }
  const MISSHAPEN: readonly [why: string, change: object, code: BundleErrorCode][] = [
    ['a newer reader', { minReader: 2 }, 'reader-too-old'],
    ['a newer reader, whatever its format', { minReader: 2, format: 'bg-bundle/2' }, 'reader-too-old'],
    ['another format', { format: 'bg-bundle/2' }, 'wrong-shape'],
    ['an id that is none', { id: '../x' }, 'wrong-shape'],
    ['generation 0', { generation: 0 }, 'wrong-shape'],
    ['a title of 121 units', { title: 'x'.repeat(121) }, 'wrong-shape'],
    ['a homepage that runs', { homepage: 'javascript:alert(1)' }, 'wrong-shape'],
    ['an instant that is none', { created: '2026-02-30' }, 'wrong-shape'],
    ['a part outside the folder', { full: [{ ...part, path: '../../x' }] }, 'wrong-shape'],
    ['a part over 4 MiB', { full: [{ ...part, length: 4 * 1024 * 1024 + 1 }] }, 'wrong-shape'],
    [
      'a part over 32 MiB decompressed',
      { full: [{ ...part, length: 4_000_000, raw: 33 * 1024 * 1024 }] },
      'wrong-shape',
    ],
    ['a part that shrank too well', { full: [{ ...part, raw: 641 }] }, 'wrong-shape'],
    ['513 parts', { full: Array.from({ length: 513 }, () => part) }, 'wrong-shape'],
    ['two million and one entities', { counts: { ...counts, entities: 2_000_001 } }, 'wrong-shape'],
    ['a count below nothing', { counts: { ...counts, facts: -1 } }, 'wrong-shape'],
  ]
  test.each(MISSHAPEN)('refuses %s though the key signed it', async (_why, change, code) => {
    expect(await open(await signed(change))).toMatchObject({ ok: false, error: { code } })
  })
})
