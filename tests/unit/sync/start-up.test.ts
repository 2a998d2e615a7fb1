import { describe, expect, test } from 'vitest'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { syncLedger } from '../../../src/storage/subscriptions.ts'
import { DEFAULT_TIMEOUTS } from '../../../src/sync/deadline.ts'
import { httpFiles } from '../../../src/sync/http-files.ts'
import { installPackaged } from '../../../src/sync/install-packaged.ts'
import { settleStates } from '../../../src/sync/sync-all.ts'
import { samplePacked, sampleRecord } from '../bundle/sample-bundle.ts'
import { openTestDatabase } from '../storage/test-database.ts'
import { startHost } from './test-host.ts'
import { NOW, OLD, setStage } from './test-sync.ts'

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
    const host = await startHost(samplePacked([un], generation))
    const { signal } = new AbortController()
    return { files: httpFiles({ base: host.base, fetch, signal, timeouts: DEFAULT_TIMEOUTS }), host }
  }

  test('is installed at first run, left alone afterwards, and replaced by a higher generation', async () => {
    const database = await openTestDatabase()
    const input = { store: bundleStore(database), crypto: crypto.subtle, clock: { now: () => NOW } }
    const [first, older, newer] = [await packaged(3), await packaged(2), await packaged(4)]
    expect(await installPackaged({ ...input, files: first.files })).toEqual({
      ok: true,
      value: { bundle: 'sample', isNew: true },
    })
    expect(await installPackaged({ ...input, files: first.files })).toEqual({
      ok: true,
      value: { bundle: 'sample', isNew: false },
    })
    expect(await installPackaged({ ...input, files: older.files })).toEqual({
      ok: true,
      value: { bundle: 'sample', isNew: false },
    })
    expect(older.host.requests).toHaveLength(1)
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 3, origin: 'packaged' }])
    expect(await installPackaged({ ...input, files: newer.files })).toEqual({
      ok: true,
      value: { bundle: 'sample', isNew: true },
    })
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
