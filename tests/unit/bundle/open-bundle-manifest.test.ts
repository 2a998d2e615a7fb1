import { describe, expect, test } from 'vitest'
import { openBundleManifest } from '../../../src/bundle/open-bundle-manifest.ts'
import type { TargetFile, Targets } from '../../../src/bundle/tuf/metadata.ts'
import type { BundleErrorCode } from '../../../src/model/sync-error.ts'
import { manifestOf, manyRecords, packed, ROOT_DIGEST, signedTargets } from './sample-generations.ts'

const first = packed(manyRecords(['itu', 'sco', 'un']))
const second = packed(manyRecords(['itu', 'un', 'who']), 2, [first.state])
const targets = signedTargets(second)
const wire = JSON.parse(new TextDecoder().decode(manifestOf(second))) as Record<string, unknown> & {
  full: object[]
  deltas: Record<string, unknown>[]
}
const open = (manifest: object, signed: Targets = targets) =>
  openBundleManifest(new TextEncoder().encode(JSON.stringify(manifest)), {
    targets: signed,
    rootDigest: ROOT_DIGEST,
  })
const target = (path: string): TargetFile => targets.targets[path] ?? { length: 0, hashes: {} }
const retarget = (path: string, change: Partial<TargetFile>): Targets => ({
  ...targets,
  targets: { ...targets.targets, [path]: { ...target(path), ...change } },
})

describe('opening a bundle.json that targets sign', () => {
  test('gives what was packed, with the lengths and hashes that the targets sign', () => {
    const opened = openBundleManifest(manifestOf(second), { targets, rootDigest: ROOT_DIGEST })
    expect(opened.ok && JSON.parse(JSON.stringify(opened.value))).toEqual(
      JSON.parse(JSON.stringify(second.manifest)),
    )
  })

  const [delta = {}] = wire.deltas
  const REFUSED: readonly [why: string, change: object, code: BundleErrorCode, signed?: Targets][] = [
    ['another generation than the targets', { generation: 1 }, 'wrong-version'],
    ['the bundle of another root', { rootDigest: 'cd'.repeat(32) }, 'wrong-root'],
    ['no root at all', { rootDigest: undefined }, 'wrong-shape'],
    [
      'a part that the targets do not sign',
      { full: [{ ...wire.full[0], path: 'full-00009.jsonl.gz' }] },
      'wrong-target',
    ],
    ['a part named twice', { full: [wire.full[0], wire.full[0]] }, 'wrong-target'],
    ['a part outside the folder', { full: [{ ...wire.full[0], path: '../../x' }] }, 'wrong-shape'],
    [
      'a part of which the targets sign no SHA-256',
      {},
      'wrong-target',
      retarget('full-00000.jsonl.gz', { hashes: { sha512: 'ab'.repeat(64) } }),
    ],
    ['a part over 4 MiB', {}, 'too-large', retarget('full-00000.jsonl.gz', { length: 4 * 1024 * 1024 + 1 })],
    ['an empty part', {}, 'too-large', retarget('full-00000.jsonl.gz', { length: 0 })],
    ['a part that shrank too well', {}, 'too-large', retarget('full-00000.jsonl.gz', { length: 2 })],
    [
      'a part over 32 MiB decompressed',
      { full: [{ ...wire.full[0], raw: 33 * 1024 * 1024 }] },
      'wrong-shape',
    ],
    [
      'a delta that the targets do not sign',
      { deltas: [{ ...delta, parts: [{ path: 'delta-1-9.jsonl.gz', raw: 1, records: 2 }] }] },
      'wrong-target',
    ],
    ['a delta that leads beyond', { deltas: [{ ...delta, to: 3 }] }, 'wrong-state'],
    [
      'a delta that leads to other records',
      { deltas: [{ ...delta, toState: 'ab'.repeat(32) }] },
      'wrong-state',
    ],
    ['a delta that goes back', { deltas: [{ ...delta, from: 2, to: 1 }] }, 'wrong-shape'],
    ['a delta that stands still', { deltas: [{ ...delta, from: 2 }] }, 'wrong-shape'],
    ['a delta whose parts hold more', { deltas: [{ ...delta, puts: 9 }] }, 'wrong-shape'],
    ['65 deltas', { deltas: Array.from({ length: 65 }, () => delta) }, 'wrong-shape'],
    ['another digest algorithm', { state: { ...(wire.state as object), alg: 'md5/1' } }, 'wrong-shape'],
    [
      'a digest of another number of buckets',
      { state: { ...(wire.state as object), buckets: 16 } },
      'wrong-shape',
    ],
    ['no digest', { state: undefined }, 'wrong-shape'],
    ['a newer reader, whatever its format', { minReader: 2, format: 'bg-bundle/2' }, 'reader-too-old'],
    ['another format', { format: 'bg-bundle/2' }, 'wrong-shape'],
  ]
  test.each(REFUSED)('refuses %s', (_why, change, code, signed) => {
    expect(open({ ...wire, ...change }, signed)).toMatchObject({ ok: false, error: { code } })
  })

  test('refuses more than 256 KiB unread', () => {
    const bytes = new Uint8Array(256 * 1024 + 1).fill(0x20)
    expect(openBundleManifest(bytes, { targets, rootDigest: ROOT_DIGEST })).toMatchObject({
      error: { code: 'too-large' },
    })
  })
})
