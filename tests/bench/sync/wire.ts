import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import {
  fileOf,
  rootOf,
  signMetadata,
  snapshotOf,
  targetsOf,
  timestampOf,
} from '../../../src/cli/bundle/publish/make-metadata.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { generateSigningKey } from '../../../src/cli/bundle/signing-key.ts'
import type { BundleId } from '../../../src/model/ids.ts'
import {
  type KnownPredecessors,
  type PackedGeneration,
  packGeneration,
} from '../../unit/bundle/packed-generation.ts'
import { generatedRecord } from './generated-records.ts'

/**
 * Bytes on the wire: a full update, a change of 1 % and of 0.1 % of all entities, and a poll that finds nothing new.
 * Counted as the files are served, without the headers of HTTP.
 */

const ENTITIES = 100_000
const VALID = { version: 1, expires: '2036-01-01T00:00:00Z' }
const HEADER = {
  id: 'generated' as BundleId,
  title: 'Generated',
  publisher: 'A benchmark',
  homepage: 'https://example.org/',
  license: 'CC0-1.0',
  langs: ['en'],
  created: '2026-01-01T00:00:00Z',
}

function generation(
  number: number,
  changed: (index: number) => boolean,
  before: Omit<KnownPredecessors, 'rootDigest'>,
): PackedGeneration {
  const records = Array.from({ length: ENTITIES }, (_, index) =>
    generatedRecord(index, changed(index) ? number : 0),
  )
  return packGeneration(
    { header: { ...HEADER, generation: number }, records },
    { rootDigest: '0'.repeat(64), ...before },
  )
}

/** What a poll and an update fetch beside the data. */
async function metadataOf(packed: PackedGeneration) {
  const key = await generateSigningKey()
  const role = { keys: [key], threshold: 1 }
  const root = await signMetadata(
    rootOf(VALID, { root: role, timestamp: role, snapshot: role, targets: role }),
    [key],
  )
  const own = [...packed.targets].map(([path, bytes]) => [path, fileOf(bytes)] as const)
  // Of a larger bundle the manifest names parts that are not at hand: what counts is how long their names and hashes are.
  const more = packed.manifest.full
    .filter(({ path }) => !packed.targets.has(path))
    .map(({ path, length, sha256 }) => [path, { length, hashes: { sha256 } }] as const)
  const files = Object.fromEntries([...own, ...more])
  const targets = await signMetadata(targetsOf(VALID, files), [key])
  const snapshot = await signMetadata(snapshotOf(VALID, { version: 1, bytes: targets }), [key])
  const timestamp = await signMetadata(timestampOf(VALID, { version: 1, bytes: snapshot }), [key])
  const manifest = packed.targets.get(MANIFEST_FILE) ?? new Uint8Array()
  const poll = timestamp.length
  return {
    root: root.length,
    poll,
    update: poll + snapshot.length + targets.length + manifest.length,
    tuf: poll + snapshot.length + targets.length,
    /** As a host sends it that compresses what is text, as most do of their own accord. */
    compressed: [timestamp, snapshot, targets, manifest].reduce(
      (sum, file) => sum + gzipSync(file).length,
      0,
    ),
  }
}

const sizeOf = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)

/** One row for each kind of update; shares are of the full parts. */
export async function measureWire(): Promise<object[]> {
  const first = generation(1, () => false, { from: [] })
  const full = sizeOf(first.manifest.full)
  const row = (what: string, bytes: number) => ({
    what,
    bytes,
    share: `${((100 * bytes) / full).toFixed(2)} %`,
  })
  const raw = first.manifest.full.reduce((sum, part) => sum + part.raw, 0)
  const { poll, root } = await metadataOf(first)
  return [
    { what: `${ENTITIES} entities as lines`, bytes: raw },
    row(`full parts (${first.manifest.full.length})`, full),
    ...(await changeRows('1 %', 100, first, row)),
    ...(await changeRows('0.1 %', 1_000, first, row)),
    row('a poll that finds nothing new (2 requests; the other answer is a 404)', poll),
    row('the first root', root),
  ]
}

async function changeRows(
  what: string,
  every: number,
  first: PackedGeneration,
  row: (what: string, bytes: number) => object,
): Promise<object[]> {
  // Scattered by a step that shares no factor with the number of entities, as real changes are.
  const next = generation(2, (index) => ((index * 7_919) % ENTITIES) % every === 0, { from: [first.state] })
  const [delta] = next.manifest.deltas
  const { update, tuf } = await metadataOf(next)
  return [
    row(`delta of ${what} (${delta?.puts} records)`, sizeOf(delta?.parts ?? [])),
    row(`  metadata of that update, bundle.json included`, update),
    row(`  of that the metadata of TUF`, tuf),
    row('  metadata after a month, with six deltas', (await metadataOf(afterMonth(next))).update),
    ...(await millionRows(afterMonth(next), row)),
  ]
}

/** What the metadata of a bundle of a million entities would be: ten times as many parts. */
async function millionRows(
  { manifest, state, targets }: PackedGeneration,
  row: (what: string, bytes: number) => object,
): Promise<object[]> {
  const full = Array.from({ length: 10 * manifest.full.length }, (_, index) => ({
    ...(manifest.full[index % manifest.full.length] as (typeof manifest.full)[number]),
    path: `full-${String(index).padStart(5, '0')}.jsonl.gz`,
    ...(index >= manifest.full.length && { sha256: randomBytes(32).toString('hex') }),
  }))
  const million = { ...manifest, full }
  const { update, compressed } = await metadataOf({
    manifest: million,
    state,
    targets: new Map([...targets, [MANIFEST_FILE, manifestBytes(million)]]),
  })
  return [
    row(`  the same of a million entities (${full.length} parts)`, update),
    row('  the same from a host that compresses', compressed),
  ]
}

/** The same generation as number 42, with as many deltas as a publisher names after a month. */
function afterMonth({ manifest, state, targets }: PackedGeneration): PackedGeneration {
  const [delta] = manifest.deltas
  if (!delta) throw new Error('no delta')
  const starts = [41, 40, 38, 34, 26, 12]
  const deltas = starts.map((from) => ({
    ...delta,
    from,
    to: 42,
    parts: delta.parts.map((part) => ({ ...part, path: `delta-${from}-42.jsonl.gz` })),
  }))
  const files = deltas.flatMap(({ parts }) => parts.map(({ path }) => path))
  const bytes = targets.get(delta.parts[0]?.path ?? '') ?? new Uint8Array()
  const own = [...targets].filter(([path]) => !path.startsWith('delta-'))
  const named = { ...manifest, generation: 42, deltas }
  return {
    manifest: named,
    state,
    targets: new Map([
      ...own,
      ...files.map((path) => [path, bytes] as const),
      [MANIFEST_FILE, manifestBytes(named)],
    ]),
  }
}
