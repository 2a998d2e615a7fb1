import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { dropDamaged } from '../../../src/storage/boot-check.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { newEngine, openTestDatabase } from './test-database.ts'

const DIGEST = 'ab'.repeat(32)
const records = Array.from({ length: 300 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
)

/** A database as version 1 wrote it: one install of 300 records in rows of 128, one subscription by key. */
async function versionOne() {
  const engine = newEngine()
  const before = new Dexie('backgrounder', engine)
  before.version(1).stores({
    bundles: '&bundle',
    installs: '++install, state',
    chunks: '&[install+number]',
    subscriptions: '&link',
    syncStates: '&link',
    indexes: '&key',
  })
  const { manifest, lines } = await sampleGeneration(records, 3)
  const ids = records.map(({ id }) => id)
  const starts = [0, 128, 256]
  await before.table('chunks').bulkAdd(
    starts.map((start, number) => ({
      install: 7,
      number,
      ids: ids.slice(start, start + 128),
      lines: lines.slice(start, start + 128).map(({ line }) => line),
    })),
  )
  await before.table('installs').add({ install: 7, bundle: 'sample', generation: 3, state: 'current' })
  await before.table('bundles').add({
    bundle: 'sample',
    install: 7,
    generation: 3,
    manifest,
    family: DIGEST,
    origin: 'synced',
    installedAt: '2026-01-01T00:00:00.000Z',
    order: 0,
    firstIds: starts.map((start) => ids[start]),
  })
  await before
    .table('subscriptions')
    .add({ link: 'x', base: 'https://example.org/', keyId: DIGEST, order: 0, bundle: 'sample' })
  await before.table('syncStates').add({ link: 'x', state: { phase: 'idle' } })
  before.close()
  return engine
}

test('a database of version 1 opens with all that the reader had', async () => {
  const database = await openTestDatabase(await versionOne())
  const lookup = new IndexedDbLookup(database, () => () => [])
  const found = await lookup.entities(
    ['e-000', 'e-127', 'e-128', 'e-299'].map((id) => ({
      bundle: 'sample' as BundleId,
      entity: id as EntityId,
    })),
  )
  expect(found.map(({ record }) => record)).toEqual([0, 127, 128, 299].map((index) => records[index]))
  expect((await lookup.snapshot()).entities).toHaveLength(300)
  expect(await database.subscriptions.toArray()).toEqual([
    { link: 'x', base: 'https://example.org/', rootDigest: DIGEST, order: 0, bundle: 'sample' },
  ])
  expect(await database.syncStates.count()).toBe(1)
  expect(await dropDamaged(database, Math.random)).toEqual(new Map())
})

test('what version 1 had installed is replaced by the next generation, and collected', async () => {
  const database = await openTestDatabase(await versionOne())
  await database.bundles.update('sample', { family: 'packaged' })
  const next = await sampleGeneration(records.slice(0, 200), 4)
  const shown = await installGeneration(database, next, { installedAt: '2026-02-01T00:00:00.000Z' })
  expect(shown).toEqual({ ok: true, value: { added: 0, changed: 0, removed: 100 } })
  expect((await database.chunks.toArray()).filter(({ install }) => install === 7)).toEqual([])
  expect(await database.bundles.toArray()).toMatchObject([{ generation: 4, layers: [{ records: 200 }] }])
})
