import { expect, onTestFinished, test, vi } from 'vitest'
import { indexMaker, THREAD_FROM } from '../../../src/indexing/index-maker.ts'
import type { IndexReport } from '../../../src/indexing/index-request.ts'
import { held, lifeOf, startIndexThread } from '../../../src/indexing/index-thread.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { openTestDatabase } from '../storage/test-database.ts'
import { inProcessThread, type TestThread } from './in-process-thread.ts'
import { testLocks } from './test-locks.ts'

const BOTH = { names: { own: [], ownKey: '' }, search: true }

async function installed() {
  const database = await openTestDatabase()
  const records = ['itu', 'un'].map((id) => sampleRecord(id, `Union ${id}`))
  await installGeneration(database, await sampleGeneration(records), { installedAt: '2026-01-01T00:00:00Z' })
  const lookup = new IndexedDbLookup(database, makeSearch)
  const { key } = await lookup.snapshot()
  return { source: { database, lookup }, key, keys: () => database.indexes.toCollection().primaryKeys() }
}

const typesOf = (tell: { readonly mock: { readonly calls: readonly (readonly [IndexReport])[] } }) =>
  tell.mock.calls.map(([{ type }]) => type)

test('a large index is made by a thread, which tells how far it is and ends', async () => {
  const { source, key, keys } = await installed()
  const thread = inProcessThread(source)
  const tell = vi.fn<(report: IndexReport) => void>()
  await indexMaker(thread.start)(source, BOTH, THREAD_FROM, tell)
  expect(thread.reports).toEqual(['ready', 'read', 'names', 'done'])
  expect(typesOf(tell)).toEqual(['read', 'names'])
  expect(await keys()).toEqual([key, `${key}#search`])
  expect(thread.isEnded()).toBe(true)
})

test('a small one is not worth a thread', async () => {
  const { source, keys } = await installed()
  const start = vi.fn<TestThread['start']>()
  await indexMaker(start)(source, BOTH, THREAD_FROM - 1, () => undefined)
  expect(start).not.toHaveBeenCalled()
  expect(await keys()).toHaveLength(2)
})

test.each([
  ['there is none', async () => undefined],
  [
    'it dies before it has told anything',
    async (thread: TestThread) => {
      thread.die()
      return thread.start()
    },
  ],
])('what a thread was to make is made without one where %s', async (_why, start) => {
  const { source, key, keys } = await installed()
  const thread = inProcessThread(source, { asleep: true })
  await indexMaker(() => start(thread))(source, BOTH, THREAD_FROM, () => undefined)
  expect(thread.reports).not.toContain('done')
  expect(await keys()).toEqual([key, `${key}#search`])
})

test('a thread that fails is begun anew without one, and says why', async () => {
  const { source, keys } = await installed()
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const failing = new IndexedDbLookup(source.database, makeSearch)
  vi.spyOn(failing, 'bundles').mockRejectedValue(new Error('lost'))
  const thread = inProcessThread({ ...source, lookup: failing })
  const tell = vi.fn<(report: IndexReport) => void>()
  await indexMaker(thread.start)(source, BOTH, THREAD_FROM, tell)
  expect(warned.mock.calls.join()).toContain('lost')
  expect(typesOf(tell)).toEqual(['restart', 'read', 'names'])
  expect(await keys()).toHaveLength(2)
})

test('the background lives on where its thread dies, and the thread does not where its background does', async () => {
  const locks = testLocks()
  let name = ''
  let die: () => void = () => undefined
  const closed = vi.fn<() => void>()
  const thread = await startIndexThread(async (port, given) => {
    name = given
    die = await held(locks, lifeOf(name))
    void locks.request(name, closed)
    port.postMessage({ type: 'ready' })
  }, locks)
  const gone = vi.fn<() => void>()
  void thread?.gone.then(gone)
  await new Promise((resolve) => setImmediate(resolve))
  expect([gone.mock.calls, closed.mock.calls]).toEqual([[], []])
  die()
  await thread?.gone
  expect(gone).toHaveBeenCalled()
  thread?.end()
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
})

test('a thread that cannot be started is none, and its lock is given back', async () => {
  const locks = testLocks()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  let name = ''
  const thread = await startIndexThread(async (_port, given) => {
    name = given
    throw new Error('no worker')
  }, locks)
  expect(thread).toBeUndefined()
  await vi.waitFor(() => expect(locks.waiting(name)).toBe(0))
})

test('nor is one that never comes up, and nobody waits for it for ever', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const locks = testLocks()
  const starting = startIndexThread(() => new Promise<never>(() => undefined), locks)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await starting).toBeUndefined()
})
