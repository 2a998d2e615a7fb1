import { describe, expect, test } from 'vitest'
import { openPackagedManifest } from '../../../src/bundle/open-packaged-manifest.ts'
import type { BundleErrorCode } from '../../../src/model/sync-error.ts'
import { samplePacked, sampleRecord } from './sample-bundle.ts'

const text = new TextDecoder().decode(
  samplePacked([sampleRecord('un', 'United Nations')]).get('bundle.json') ?? new Uint8Array(),
)
const manifest = JSON.parse(text) as Record<string, unknown>
const open = (all: string) => openPackagedManifest(new TextEncoder().encode(all))
const changed = (change: object) => JSON.stringify({ ...manifest, ...change })

describe('the bundle.json of the package', () => {
  test('gives what it says', () => {
    expect(open(text)).toEqual({ ok: true, value: manifest })
  })

  test('a field that this version does not know is kept', () => {
    expect(open(changed({ mirrors: [] }))).toMatchObject({ ok: true, value: { mirrors: [] } })
  })

  const part = { path: 'full-00000.jsonl.gz', length: 10, sha256: '0'.repeat(64), raw: 100, records: 1 }
  const counts = { entities: 1, aliases: 1, facts: 1, sources: 1 }
  const REFUSED: readonly [why: string, bytes: string, code: BundleErrorCode][] = [
    ['a key that hides a value', text.replace('"generation":1', '"generation":1,"generation":2'), 'not-json'],
    ['bytes behind the end', `${text}{}`, 'not-json'],
    ['a web page', '<!doctype html><title>Welcome</title>', 'not-json'],
    ['more than 256 KiB', text + ' '.repeat(256 * 1024), 'too-large'],
    ['a list', '[]', 'wrong-shape'],
    ['a newer reader', changed({ minReader: 2 }), 'reader-too-old'],
    [
      'a newer reader, whatever its format',
      changed({ minReader: 2, format: 'bg-bundle/2' }),
      'reader-too-old',
    ],
    ['another format', changed({ format: 'bg-bundle/2' }), 'wrong-shape'],
    ['an id that is none', changed({ id: '../x' }), 'wrong-shape'],
    ['generation 0', changed({ generation: 0 }), 'wrong-shape'],
    ['a title of 121 units', changed({ title: 'x'.repeat(121) }), 'wrong-shape'],
    ['a homepage that runs', changed({ homepage: 'javascript:alert(1)' }), 'wrong-shape'],
    ['an instant that is none', changed({ created: '2026-02-30' }), 'wrong-shape'],
    ['no digest of its records', changed({ state: undefined }), 'wrong-shape'],
    ['a part without its bytes', changed({ full: [{ ...part, sha256: undefined }] }), 'wrong-shape'],
    ['a part outside the folder', changed({ full: [{ ...part, path: '../../x' }] }), 'wrong-shape'],
    ['a part over 4 MiB', changed({ full: [{ ...part, length: 4 * 1024 * 1024 + 1 }] }), 'wrong-shape'],
    [
      'a part over 32 MiB decompressed',
      changed({ full: [{ ...part, length: 4_000_000, raw: 33 * 1024 * 1024 }] }),
      'wrong-shape',
    ],
    ['a part that shrank too well', changed({ full: [{ ...part, raw: 641 }] }), 'wrong-shape'],
    ['513 parts', changed({ full: Array.from({ length: 513 }, () => part) }), 'wrong-shape'],
    ['two million and one entities', changed({ counts: { ...counts, entities: 2_000_001 } }), 'wrong-shape'],
    ['a count below nothing', changed({ counts: { ...counts, facts: -1 } }), 'wrong-shape'],
  ]
  test.each(REFUSED)('refuses %s', (_why, bytes, code) => {
    expect(open(bytes)).toMatchObject({ ok: false, error: { code, where: 'bundle.json' } })
  })
})
