import { describe, expect, test } from 'vitest'
import type { SyncState } from '../../../src/model/sync-state.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { syncLedger } from '../../../src/storage/subscriptions.ts'
import { syncAll } from '../../../src/sync/sync-all.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { dump } from '../storage/test-database.ts'
import { NEW, NOW, OLD, setStage } from './test-sync.ts'

/** Enough for several rows, so that a few changes are few. */
const many = (context = 'usual') =>
  Array.from({ length: 600 }, (_, index) => ({
    ...sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
    ...(index % 60 === 0 && { context: [context] }),
  }))

/** Everything that a reader sees. */
const shown = async (database: BackgrounderDatabase): Promise<string> =>
  JSON.stringify(await new IndexedDbLookup(database, () => () => []).snapshot())

describe('an update', () => {
  test('the first one installs, the next finds nothing new, then what changed is told', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1)
    expect((await stage.sync()).outcome).toEqual({
      outcome: 'updated',
      bundle: 'sample',
      generation: 1,
      added: 1,
      changed: 0,
      removed: 0,
    })
    const before = await dump(stage.database)
    expect((await stage.sync()).outcome).toEqual({ outcome: 'current', bundle: 'sample', generation: 1 })
    expect(await dump(stage.database)).toBe(before)
    await stage.publish(NEW, 5)
    expect((await stage.sync()).outcome).toEqual({
      outcome: 'updated',
      bundle: 'sample',
      generation: 5,
      added: 1,
      changed: 1,
      removed: 0,
    })
    expect(await stage.database.bundles.toArray()).toMatchObject([
      { generation: 5, installedAt: new Date(NOW).toISOString() },
    ])
  })

  test('what changed since is kept entry by entry, with the names of what is gone', async () => {
    const { publish, sync, database } = await setStage()
    await publish(NEW, 1)
    await sync()
    await publish([...OLD, sampleRecord('who', 'World Health Organization')], 4)
    await sync()
    expect(await database.changes.toArray()).toEqual([
      {
        bundle: 'sample',
        from: 1,
        to: 4,
        at: new Date(NOW).toISOString(),
        added: ['who'],
        changed: ['un'],
        removed: ['Telecommunication Union'],
      },
    ])
  })

  test('its events tell the whole course, in bytes and records', async () => {
    const stage = await setStage()
    const files = await stage.publish(OLD, 1)
    const part = [...files].find(([file]) => file.includes('.full-'))?.[1].length
    const { events, outcome } = await stage.sync()
    expect(events.filter((event) => event.type !== 'received')).toEqual([
      { type: 'started' },
      { type: 'found', generation: 1, total: part },
      { type: 'fetched', records: 1 },
      { type: 'ended', at: new Date(NOW).toISOString(), outcome },
    ])
    expect(events.filter((event) => event.type === 'received').at(-1)).toEqual({
      type: 'received',
      received: part,
    })
  })

  test('a request says nothing of the reader beyond the generation that a delta starts from', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1)
    await stage.sync()
    await stage.publish(many(), 2)
    await stage.sync()
    await stage.publish(many('changed'), 3)
    await stage.sync()
    await stage.sync()
    const asked = stage.host.requests.map(({ path }) => path.replace(/[0-9a-f]{64}/, '<sha256>'))
    expect(asked).toEqual([
      '/metadata/1.root.json',
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
      '/metadata/1.snapshot.json',
      '/metadata/1.targets.json',
      '/targets/<sha256>.bundle.json',
      '/targets/<sha256>.full-00000.jsonl.gz',
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
      '/metadata/2.snapshot.json',
      '/metadata/2.targets.json',
      '/targets/<sha256>.bundle.json',
      '/targets/<sha256>.full-00000.jsonl.gz',
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
      '/metadata/3.snapshot.json',
      '/metadata/3.targets.json',
      '/targets/<sha256>.bundle.json',
      '/targets/<sha256>.delta-2-3.jsonl.gz',
      // Nothing is new: two requests.
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
    ])
    for (const { method, path, headers } of stage.host.requests) {
      expect([method, path.includes('?')]).toEqual(['GET', false])
      const telling = [
        'cookie',
        'referer',
        'origin',
        'authorization',
        'if-none-match',
        'if-modified-since',
        'range',
      ]
      expect(telling.filter((name) => name in headers)).toEqual([])
    }
  })

  test('by deltas comes to the same as in whole, whatever they change', async () => {
    const [stage, whole] = [await setStage(), await setStage()]
    let records = many()
    for (let generation = 1; generation <= 12; generation += 1) {
      await stage.publish(records, generation)
      expect((await stage.sync()).outcome).toMatchObject({ outcome: 'updated', generation })
      await whole.publish(records, generation, { deltas: false })
      await whole.sync()
      expect(await shown(stage.database)).toBe(await shown(whole.database))
      expect(await stage.database.changes.toArray()).toEqual(await whole.database.changes.toArray())
      // One goes, one comes, some change; in between so many that the layers are put together.
      const share = generation % 4 === 0 ? 2 : 40
      records = [
        ...records.filter((_, index) => index !== generation * 7),
        sampleRecord(`n-${generation}`, 'New'),
      ]
        .map((record, index) => (index % share === 1 ? { ...record, context: [`of ${generation}`] } : record))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    expect(stage.host.requests.filter(({ path }) => path.includes('.delta-')).length).toBeGreaterThan(8)
    const installs = await stage.database.installs.count()
    expect(installs).toBeLessThanOrEqual(2)
  })

  test('fetches the whole where a delta leads from records that are not the signed ones', async () => {
    const { publish, sync, database, host } = await setStage()
    await publish(many(), 1)
    await sync()
    // A disk that lies: the digest is not that of the records which the publisher signed.
    for (const bucket of await database.buckets.toArray())
      await database.buckets.put({ ...bucket, bytes: bucket.bytes.map((byte) => byte ^ 1) })
    await publish(many('other'), 2)
    host.requests.length = 0
    expect((await sync()).outcome).toMatchObject({ outcome: 'updated', generation: 2 })
    expect(host.requests.some(({ path }) => path.includes('.delta-'))).toBe(true)
    expect(host.requests.some(({ path }) => path.includes('.full-'))).toBe(true)
  })

  test('where the disk is nearly full nothing is fetched, and it says so', async () => {
    const { publish, sync, host, database } = await setStage()
    await publish(OLD, 1)
    expect((await sync({ free: async () => 1_000_000 })).outcome).toMatchObject({
      outcome: 'failed',
      code: 'storage-full',
    })
    expect(host.requests.some(({ path }) => path.includes('.full-'))).toBe(false)
    expect(await database.bundles.count()).toBe(0)
    expect((await sync({ free: async () => undefined })).outcome).toMatchObject({ outcome: 'updated' })
  })

  test('an older generation is refused by the counters of either store, and by both', async () => {
    const { publish, sync, database, publisher, host } = await setStage()
    await publish(OLD, 3)
    const early = new Map(host.files)
    await sync()
    await publish(NEW, 4)
    await sync()
    const [trust] = await database.trusts.toArray()
    const floor = trust?.floor
    expect(floor).toMatchObject({ epoch: 1, versions: { root: 1, timestamp: 2, snapshot: 4, targets: 4 } })
    for (const [file, bytes] of early) host.files.set(file, bytes)
    expect((await sync()).outcome).toMatchObject({ outcome: 'failed', code: 'rolled-back' })
    // The database is wiped, and the host offers what was the newest long ago.
    for (const table of database.tables) if (table.name !== 'subscriptions') await table.clear()
    const remembered = async () => floor
    expect((await sync({ floor: remembered })).outcome).toMatchObject({
      outcome: 'failed',
      code: 'rolled-back',
    })
    expect(await database.bundles.count()).toBe(0)
    await publish(NEW, 5)
    expect((await sync({ floor: remembered })).outcome).toMatchObject({ outcome: 'updated', generation: 5 })
    expect(publisher.rootDigest).toHaveLength(64)
  })

  test('after a rotation of stolen keys generations count anew', async () => {
    const { publish, sync, publisher, host, database } = await setStage()
    await publish(NEW, 900)
    await sync()
    for (const [file, bytes] of await publisher.rotate(['timestamp', 'snapshot', 'targets']))
      host.files.set(file, bytes)
    await publish(OLD, 7)
    expect((await sync()).outcome).toMatchObject({ outcome: 'updated', generation: 7 })
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 7, epoch: 2 }])
  })

  test('what has expired brings nothing new, and what is there stays', async () => {
    const { publish, sync, database } = await setStage()
    await publish(OLD, 1, { expires: '2026-07-01T00:00:00Z' })
    await sync()
    expect(await database.bundles.toArray()).toMatchObject([
      { confirmed: { at: new Date(NOW).toISOString(), until: '2026-07-01T00:00:00Z' } },
    ])
    const late = { now: () => Date.parse('2026-07-01T00:00:00Z') }
    expect((await sync({ clock: late })).outcome).toMatchObject({ outcome: 'failed', code: 'expired' })
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 1 }])
    await publish(OLD, 1)
    expect((await sync({ clock: late })).outcome).toMatchObject({ outcome: 'current' })
    expect(await database.bundles.toArray()).toMatchObject([{ confirmed: { until: '2027-06-01T00:00:00Z' } }])
  })

  test('every subscription is updated in turn, and the state of each is kept', async () => {
    const [first, second] = [await setStage(), await setStage()]
    await first.publish(OLD, 1)
    const { sync, database } = first
    await sync()
    await database.subscriptions.add({
      link: 'x',
      base: second.host.base,
      rootDigest: second.publisher.rootDigest,
      order: 1,
    })
    const phases: string[] = []
    const ledger = syncLedger(database)
    const saveState = (link: string, state: SyncState) => {
      phases.push(`${link === 'x' ? 'second' : 'first'} ${state.phase}`)
      return ledger.saveState(link, state)
    }
    const outcomes = await syncAll(
      { ...ledger, saveState },
      {
        store: bundleStore(database),
        fetch: (address, init) => fetch(address, init),
        crypto: crypto.subtle,
        clock: { now: () => NOW },
        signal: new AbortController().signal,
      },
    )
    expect(outcomes).toMatchObject({
      ok: true,
      value: [{ outcome: 'current' }, { outcome: 'failed', code: 'not-found' }],
    })
    expect(phases).toEqual(['first checking', 'first idle', 'second checking', 'second idle'])
    expect(await ledger.loadState('x')).toMatchObject({
      value: { phase: 'idle', last: { outcome: { code: 'not-found' } } },
    })
  })
})
