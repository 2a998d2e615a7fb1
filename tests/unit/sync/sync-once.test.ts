import { describe, expect, test } from 'vitest'
import type { SyncState } from '../../../src/model/sync-state.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { syncLedger } from '../../../src/storage/subscriptions.ts'
import { DEFAULT_TIMEOUTS } from '../../../src/sync/deadline.ts'
import { httpFiles } from '../../../src/sync/http-files.ts'
import { installPackaged } from '../../../src/sync/install-packaged.ts'
import { settleStates, syncAll } from '../../../src/sync/sync-all.ts'
import { samplePacked, sampleRecord } from '../bundle/sample-bundle.ts'
import { dump, openTestDatabase } from '../storage/test-database.ts'
import { startHost } from './test-host.ts'
import { NEW, NOW, OLD, setStage } from './test-sync.ts'

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

  test('its events tell the whole course, in bytes and records', async () => {
    const stage = await setStage()
    const files = await stage.publish(OLD, 1)
    const [part] = [...files]
      .filter(([file]) => file !== 'bundle.json')
      .map(([, bytes]) => (bytes as Uint8Array).length)
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

  test('a request says nothing of the reader or of what is installed', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1)
    await stage.sync()
    await stage.publish(NEW, 2)
    await stage.sync()
    await stage.sync()
    expect(stage.host.requests.map((request) => request.path.replace(/[0-9a-f]{64}/, '<sha256>'))).toEqual([
      '/bundle.json',
      '/parts/<sha256>.full-00000.jsonl.gz',
      '/bundle.json',
      '/parts/<sha256>.full-00000.jsonl.gz',
      '/bundle.json',
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

  test('nothing is fetched beyond the manifest where there is nothing new', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1)
    await stage.sync()
    await stage.publish(NEW, 1)
    stage.host.requests.length = 0
    expect((await stage.sync()).outcome).toMatchObject({ outcome: 'current' })
    expect(stage.host.requests).toHaveLength(1)
  })

  test('every subscription is updated in turn, and the state of each is kept', async () => {
    const [first, second] = [await setStage(), await setStage()]
    await first.publish(OLD, 1)
    const { sync, database } = first
    await sync()
    await database.subscriptions.add({ link: 'x', base: second.host.base, keyId: second.key.keyId, order: 1 })
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

describe('after a kill', () => {
  test('no update is shown as running; the last result stays', async () => {
    const { sync, database, publish } = await setStage()
    await publish(OLD, 1)
    const { outcome } = await sync()
    const last = { at: new Date(NOW).toISOString(), outcome }
    const ledger = syncLedger(database)
    const [subscription] = await database.subscriptions.toArray()
    const link = subscription?.link ?? ''
    await ledger.saveState(link, { phase: 'installing', generation: 2, records: 2, last })
    await settleStates(ledger)
    expect(await ledger.loadState(link)).toEqual({ ok: true, value: { phase: 'idle', last } })
  })
})

describe('the packaged bundle', () => {
  const un = sampleRecord('un', 'United Nations')

  async function packaged(generation: number) {
    const host = await startHost((await samplePacked([un], generation)).files)
    const { signal } = new AbortController()
    return { files: httpFiles({ base: host.base, fetch, signal, timeouts: DEFAULT_TIMEOUTS }), host }
  }

  test('is installed at first run, left alone afterwards, and replaced by a higher generation', async () => {
    const database = await openTestDatabase()
    const input = { store: bundleStore(database), crypto: crypto.subtle, clock: { now: () => NOW } }
    const [first, older, newer] = [await packaged(3), await packaged(2), await packaged(4)]
    expect(await installPackaged({ ...input, files: first.files })).toEqual({ ok: true, value: 'installed' })
    expect(await installPackaged({ ...input, files: first.files })).toEqual({ ok: true, value: 'present' })
    expect(await installPackaged({ ...input, files: older.files })).toEqual({ ok: true, value: 'present' })
    expect(older.host.requests).toHaveLength(1)
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 3, origin: 'packaged' }])
    expect(await installPackaged({ ...input, files: newer.files })).toEqual({ ok: true, value: 'installed' })
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 4, origin: 'packaged' }])
  })

  test('a damaged package is told', async () => {
    const database = await openTestDatabase()
    const { files, host } = await packaged(1)
    for (const file of [...host.files.keys()].filter((each) => each !== 'bundle.json'))
      host.files.delete(file)
    const input = { store: bundleStore(database), crypto: crypto.subtle, clock: { now: () => NOW } }
    expect(await installPackaged({ ...input, files })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    expect(await database.bundles.count()).toBe(0)
  })
})
