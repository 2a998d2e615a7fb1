import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { TOP_ROLES } from '../../../src/bundle/tuf/metadata.ts'
import type { Attack } from './attack.ts'
import { resign, type WireManifest, withManifest } from './attack-stage.ts'

/** A `bundle.json` that a publisher can sign and no reader takes: all signatures are right. */

const manifest = (
  what: string,
  change: (manifest: WireManifest) => object,
  code?: Attack['code'],
  by: Attack['by'] = 'delta',
): Attack => ({
  what: `a bundle.json ${what}`,
  by,
  moves: TOP_ROLES,
  ...(code && { code }),
  attack: (stage) => withManifest(stage, change),
})

const part = ({ full: [first] }: WireManifest) => first ?? {}
const delta = ({ deltas: [first] }: WireManifest) => first ?? { parts: [] }
const counted = (name: string, by: number) => (all: WireManifest) => {
  const counts = all.counts as Record<string, number>
  return { ...all, counts: { ...counts, [name]: (counts[name] ?? 0) + by } }
}

const MANIFESTS: readonly Attack[] = [
  manifest('of another generation', (all) => ({ ...all, generation: 3 }), 'wrong-version'),
  manifest('of an earlier generation', (all) => ({ ...all, generation: 1 }), 'wrong-version'),
  manifest('of another root', (all) => ({ ...all, rootDigest: 'ab'.repeat(32) }), 'wrong-root'),
  manifest('of a newer format', (all) => ({ ...all, minReader: 9 }), 'reader-too-old'),
  manifest('of another format', (all) => ({ ...all, format: 'x' }), 'wrong-shape'),
  manifest('with an id that climbs', (all) => ({ ...all, id: '../x' }), 'wrong-shape'),
  manifest(
    'with a title that fills the screen',
    (all) => ({ ...all, title: 'x'.repeat(121) }),
    'wrong-shape',
  ),
  manifest(
    'with a homepage that runs',
    (all) => ({ ...all, homepage: 'javascript:alert(1)' }),
    'wrong-shape',
  ),
  manifest(
    'with a part that is not signed',
    (all) => ({ ...all, full: [{ ...part(all), path: 'full-00001.jsonl.gz' }] }),
    'wrong-target',
  ),
  manifest(
    'with a part outside the folder',
    (all) => ({ ...all, full: [{ ...part(all), path: '../full-00000.jsonl.gz' }] }),
    'wrong-shape',
  ),
  manifest('with a part twice', (all) => ({ ...all, full: [part(all), part(all)] }), 'wrong-target'),
  manifest(
    'with the delta as a full part',
    (all) => ({ ...all, full: [{ ...part(all), path: 'delta-1-2.jsonl.gz' }] }),
    'wrong-shape',
  ),
  manifest(
    'with a full part as the delta',
    (all) => ({
      ...all,
      deltas: [{ ...delta(all), parts: [{ ...part(all), path: 'full-00000.jsonl.gz' }] }],
    }),
    'wrong-shape',
  ),
  manifest(
    'with a part that grows beyond belief',
    (all) => ({ ...all, full: [{ ...part(all), raw: 30_000_000 }] }),
    'too-large',
  ),
  manifest(
    'with a part over 32 MiB',
    (all) => ({ ...all, full: [{ ...part(all), raw: 40_000_000 }] }),
    'wrong-shape',
  ),
  manifest(
    'with fewer records than its part',
    (all) => ({ ...all, full: [{ ...part(all), records: 1 }] }),
    'wrong-count',
    'full',
  ),
  manifest(
    'with a part of other size',
    (all) => ({ ...all, full: [{ ...part(all), raw: Number(part(all).raw) - 1 }] }),
    'too-large',
    'full',
  ),
  manifest(
    'with a part of less',
    (all) => ({ ...all, full: [{ ...part(all), raw: Number(part(all).raw) + 1 }] }),
    'wrong-length',
    'full',
  ),
  manifest('without its parts', (all) => ({ ...all, full: [] }), 'wrong-count', 'full'),
  manifest('with one entity more', counted('entities', 1), 'wrong-count', 'full'),
  manifest('with one alias less', counted('aliases', -1), 'wrong-count', 'full'),
  manifest('with one fact more', counted('facts', 1), 'wrong-count', 'full'),
  manifest('with one source more', counted('sources', 1), 'wrong-count', 'full'),
  manifest('with more entities than any', counted('entities', 2_000_000), 'wrong-shape'),
  manifest(
    'with another digest',
    (all) => ({ ...all, state: { ...(all.state as object), root: 'ab'.repeat(32) }, deltas: [] }),
    'wrong-state',
    'full',
  ),
  manifest(
    'with another digest to a reader of the delta',
    (all) => ({ ...all, state: { ...(all.state as object), root: 'ab'.repeat(32) } }),
    'wrong-state',
  ),
  manifest(
    'whose delta and digest agree on other records',
    (all) => {
      const root = 'ab'.repeat(32)
      return { ...all, state: { ...(all.state as object), root }, deltas: [{ ...delta(all), toState: root }] }
    },
    'wrong-state',
  ),
  manifest(
    'with a delta of more puts',
    (all) => ({ ...all, deltas: [{ ...delta(all), puts: 3, dels: 0 }] }),
    'wrong-count',
  ),
  manifest(
    'with a delta of fewer lines',
    (all) => ({
      ...all,
      deltas: [{ ...delta(all), puts: 1, dels: 1, parts: [{ ...delta(all).parts[0], records: 2 }] }],
    }),
    'wrong-count',
  ),
  manifest(
    'with a delta of other size',
    (all) => ({ ...all, deltas: [{ ...delta(all), parts: [{ ...delta(all).parts[0], raw: 10 }] }] }),
    'too-large',
  ),
  manifest(
    'with a delta to a later generation',
    (all) => ({ ...all, deltas: [{ ...delta(all), to: 3 }] }),
    'wrong-state',
  ),
  manifest(
    'with a delta that goes back',
    (all) => ({ ...all, deltas: [{ ...delta(all), from: 3 }] }),
    'wrong-shape',
  ),
  manifest(
    'with a hundred deltas',
    (all) => ({ ...all, deltas: Array.from({ length: 100 }, () => delta(all)) }),
    'wrong-shape',
  ),
  manifest(
    'with another digest algorithm',
    (all) => ({ ...all, state: { ...(all.state as object), alg: 'none' } }),
    'wrong-shape',
  ),
  manifest(
    'with fewer buckets',
    (all) => ({ ...all, state: { ...(all.state as object), buckets: 1 } }),
    'wrong-shape',
  ),
  manifest('without a digest', ({ state: _state, ...all }) => all, 'wrong-shape'),
]

const raw = (what: string, spoil: (bytes: string) => string | Uint8Array<ArrayBuffer>): Attack => ({
  what: `a bundle.json ${what}`,
  by: 'delta',
  moves: TOP_ROLES,
  attack: async (stage) => {
    const spoilt = spoil(new TextDecoder().decode(stage.second.targets.get(MANIFEST_FILE)))
    stage.repository.addTarget(
      MANIFEST_FILE,
      typeof spoilt === 'string' ? new TextEncoder().encode(spoilt) : spoilt,
    )
    await resign(stage)
  },
})

const RAW: readonly Attack[] = [
  raw('that is a web page', () => '<!doctype html>'),
  raw('that is empty', () => ''),
  raw('with a field twice', (text) => text.replace('"generation":', '"generation":1,"generation":')),
  raw('with __proto__', (text) => text.replace('"generation":', '"__proto__":{"x":1},"generation":')),
  raw('with bytes behind its end', (text) => `${text}{}`),
  raw('with a fraction', (text) => text.replace('"generation":2', '"generation":2.0')),
  raw('over 256 KiB', (text) => text + ' '.repeat(256 * 1024)),
  raw('that is no UTF-8', () => new Uint8Array([0x7b, 0xff, 0x7d])),
]

export const MANIFEST_ATTACKS: readonly Attack[] = [...MANIFESTS, ...RAW]
