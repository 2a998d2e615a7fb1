import { Dexie } from 'dexie'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { dropDamaged } from '../../../src/storage/boot-check.ts'
import type { DatabaseEngine } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { openReliably } from '../../../src/storage/open-reliably.ts'
import { readOwnLayer } from '../../../src/storage/own-layer-store.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { alias, note, openTestOwnDatabase } from './own-database.ts'
import { dump, newEngine, openTestDatabase } from './test-database.ts'

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

/** Every table and key of a released version, as it was written then: none of it is ever edited. */
const VERSION_TWO = {
  bundles: '&bundle',
  installs: '++install, state',
  chunks: '&[install+number]',
  subscriptions: '&link',
  syncStates: '&link',
  indexes: '&key',
  directories: '&install',
  digests: '&install',
  buckets: '&[install+index]',
  trusts: '&link',
  leases: '&name',
  changes: '&bundle',
}

test('a database of version 2 opens with every row as it was', async () => {
  const engine = newEngine()
  const filled = await openTestDatabase(engine)
  await installGeneration(filled, await sampleGeneration(records, 3), {
    installedAt: '2026-01-01T00:00:00.000Z',
  })
  const before = await dump(filled)
  filled.close()
  // Copied row by row into tables that are made by the list above, not by the present code.
  const copy = newEngine()
  const old = new Dexie('backgrounder', copy)
  old.version(2).stores(VERSION_TWO)
  for (const [table, rows] of JSON.parse(before) as [string, object[]][]) await old.table(table).bulkAdd(rows)
  old.close()
  const database = await openTestDatabase(copy)
  expect(database.verno).toBe(2)
  expect(JSON.parse(await dump(database))).toEqual(JSON.parse(before))
  expect(database.tables.map(({ name }) => name).sort()).toEqual(Object.keys(VERSION_TWO).sort())
})

describe('what the reader wrote', () => {
  /** Notes and names as version 1 of their database wrote them. */
  async function written(engine: DatabaseEngine): Promise<void> {
    const own = new Dexie('backgrounder-own', engine)
    own.version(1).stores({ notes: '&key', aliases: '&[key+text]' })
    const key = 'international-affairs/sco'
    await own.table('notes').add({ ...note('Ask about the summit'), key })
    await own.table('aliases').add({ ...alias('Shanghai Eight'), key })
    own.close()
  }
  const layer = { notes: [note('Ask about the summit')], aliases: [alias('Shanghai Eight')] }

  test('is kept where the database of the bundles is upgraded', async () => {
    const engine = await versionOne()
    await written(engine)
    await openTestDatabase(engine)
    expect(await readOwnLayer(await openTestOwnDatabase(engine))).toEqual({ ok: true, value: layer })
  })

  test('is kept where the database of the bundles has to be deleted and made anew', async () => {
    const engine = await versionOne()
    await written(engine)
    await new Dexie('backgrounder', engine).delete()
    const reopened = await openReliably({ engine, wait: async () => undefined })
    if (reopened.ok) onTestFinished(() => reopened.value.database.close())
    expect(reopened.ok && (await reopened.value.database.bundles.count())).toBe(0)
    expect(await readOwnLayer(await openTestOwnDatabase(engine))).toEqual({ ok: true, value: layer })
  })
})
