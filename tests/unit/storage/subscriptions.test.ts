import { describe, expect, test } from 'vitest'
import { loadIndex, saveIndex } from '../../../src/storage/index-buffers.ts'
import {
  addSubscription,
  listSubscriptions,
  loadSyncState,
  saveSyncState,
} from '../../../src/storage/subscriptions.ts'
import { newEngine, openTestDatabase } from './test-database.ts'

const subscription = (name: string) => ({
  link: `https://${name}.example/#bgk=x`,
  base: `https://${name}.example/`,
  rootDigest: 'ab'.repeat(32),
})

describe('subscriptions', () => {
  test('come back in the order in which they were added, each once', async () => {
    const engine = newEngine()
    const database = await openTestDatabase(engine)
    for (const name of ['z', 'a', 'z', 'm']) await addSubscription(database, subscription(name))
    const next = await openTestDatabase(engine)
    const listed = await listSubscriptions(next)
    expect(listed.ok && listed.value.map(({ base, order }) => [base, order])).toEqual([
      ['https://z.example/', 0],
      ['https://a.example/', 1],
      ['https://m.example/', 2],
    ])
  })

  test('the state of an update is kept for each', async () => {
    const database = await openTestDatabase()
    const state = { phase: 'fetching', generation: 2, received: 10, total: 20 } as const
    await saveSyncState(database, 'a', state)
    expect(await loadSyncState(database, 'a')).toEqual({ ok: true, value: state })
    expect(await loadSyncState(database, 'b')).toEqual({ ok: true, value: { phase: 'idle' } })
  })

  test('a closed database is an error, not an exception', async () => {
    const database = await openTestDatabase()
    database.close({ disableAutoOpen: true })
    expect(await listSubscriptions(database)).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable' },
    })
  })
})

describe('stored indexes', () => {
  test('one is kept, under the generations that it was made for', async () => {
    const database = await openTestDatabase()
    await saveIndex(database, 'sample@1', Uint8Array.of(1, 2).buffer)
    await saveIndex(database, 'sample@2', Uint8Array.of(3).buffer)
    expect(await loadIndex(database, 'sample@1')).toEqual({ ok: true, value: undefined })
    const loaded = await loadIndex(database, 'sample@2')
    expect(loaded.ok && loaded.value && [...new Uint8Array(loaded.value)]).toEqual([3])
  })
})
