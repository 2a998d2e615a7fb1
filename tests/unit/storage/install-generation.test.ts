import { describe, expect, test, vi } from 'vitest'
import type { BundleId } from '../../../src/model/ids.ts'
import type { Subscription } from '../../../src/model/sync-state.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import { openDatabase } from '../../../src/storage/database.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { dump, newEngine, openTestDatabase } from './test-database.ts'

const NOW = '2026-01-02T03:04:05.000Z'
const installedAt = { installedAt: NOW }
const [itu, sco, un] = [
  sampleRecord('itu', 'Telecommunication Union'),
  sampleRecord('sco', 'Shanghai Organisation'),
  sampleRecord('un', 'United Nations'),
]
const many = Array.from({ length: 3_000 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(4, '0')}`, `Entity ${index}`),
)

const [ROOT, OTHER_ROOT] = ['aa'.repeat(32), 'bb'.repeat(32)]

const subscriptionOf = (rootDigest: string, updatesPackaged?: boolean): Subscription => ({
  link: `https://example.org/#bgk=${rootDigest}`,
  base: 'https://example.org/',
  rootDigest,
  order: 0,
  ...(updatesPackaged !== undefined && { updatesPackaged }),
})

describe('installing a generation', () => {
  test('tells what it changes: by the bytes of each record', async () => {
    const database = await openTestDatabase()
    const first = await installGeneration(database, await sampleGeneration([itu, un]), installedAt)
    expect(first).toEqual({ ok: true, value: { added: 2, changed: 0, removed: 0 } })
    const renamed = { ...un, names: [{ text: 'United Nations Organization', lang: 'en' }] }
    const second = await installGeneration(database, await sampleGeneration([sco, renamed], 2), installedAt)
    expect(second).toEqual({ ok: true, value: { added: 1, changed: 1, removed: 1 } })
    const third = await installGeneration(database, await sampleGeneration([sco, renamed], 3), installedAt)
    expect(third).toEqual({ ok: true, value: { added: 0, changed: 0, removed: 0 } })
  })

  test('leaves nothing of the old generation behind', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration(many), installedAt)
    await installGeneration(database, await sampleGeneration([un], 2), installedAt)
    expect(await database.chunks.count()).toBe(1)
    expect(await database.installs.toArray()).toMatchObject([{ generation: 2, state: 'current' }])
    expect(await database.bundles.toArray()).toMatchObject([{ bundle: 'sample', generation: 2, order: 0 }])
  })

  test('reports its progress in slices', async () => {
    const database = await openTestDatabase()
    const onProgress = vi.fn()
    await installGeneration(database, await sampleGeneration(many), { ...installedAt, onProgress })
    expect(onProgress.mock.calls).toEqual([[1_920], [3_000]])
  })

  test.each([
    ['the same', 5, un],
    ['an older', 4, itu],
  ])('%s generation is refused and changes nothing', async (_which, generation, record) => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration([un], 5), installedAt)
    const before = await dump(database)
    const again = await installGeneration(database, await sampleGeneration([record], generation), installedAt)
    expect(again).toMatchObject({ ok: false, error: { code: 'overtaken' } })
    expect(await dump(database)).toBe(before)
  })

  test('two installs at once: one wins, and its records are whole', async () => {
    const database = await openTestDatabase()
    const [a, b] = [await sampleGeneration([itu, un], 2), await sampleGeneration([sco, un], 2)]
    const results = await Promise.all([
      installGeneration(database, a, installedAt),
      installGeneration(database, b, installedAt),
    ])
    expect(results.filter((each) => each.ok)).toHaveLength(1)
    const winner = results[0]?.ok ? a : b
    const [chunk, ...more] = await database.chunks.toArray()
    expect([chunk?.lines, more]).toEqual([winner.lines.map((each) => each.line), []])
    expect(await database.installs.toArray()).toMatchObject([{ state: 'current' }])
  })

  test('a slower install of an older generation does not undo a newer one', async () => {
    const database = await openTestDatabase()
    const [older, newer] = [await sampleGeneration(many, 2), await sampleGeneration([un], 3)]
    const [slow, fast] = await Promise.all([
      installGeneration(database, older, installedAt),
      installGeneration(database, newer, installedAt),
    ])
    expect([slow, fast]).toMatchObject([{ ok: false, error: { code: 'overtaken' } }, { ok: true }])
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 3 }])
    expect(await database.chunks.count()).toBe(1)
  })

  test('writes the id of the bundle to its subscription in the same step', async () => {
    const database = await openTestDatabase()
    const subscription = subscriptionOf(ROOT)
    await database.subscriptions.add(subscription)
    await installGeneration(database, await sampleGeneration([un], 1, ROOT), { ...installedAt, subscription })
    expect(await database.subscriptions.toArray()).toEqual([
      { ...subscription, bundle: 'sample' as BundleId },
    ])
    expect(await database.bundles.toArray()).toMatchObject([{ origin: 'synced', family: ROOT }])
  })
})

describe('whose bundle it is', () => {
  test('a bundle of another root does not take its place, nor that of the packaged one', async () => {
    for (const present of [ROOT, undefined]) {
      const database = await openTestDatabase()
      await installGeneration(database, await sampleGeneration([un], 1, present), installedAt)
      const before = await dump(database)
      const taken = await installGeneration(database, await sampleGeneration([itu], 2, OTHER_ROOT), {
        ...installedAt,
        subscription: subscriptionOf(OTHER_ROOT),
      })
      expect(taken).toMatchObject({ ok: false, error: { code: 'id-taken' } })
      expect(await dump(database)).toBe(before)
    }
  })

  test('a subscription of the build updates the packaged bundle, and a newer package updates it again', async () => {
    const database = await openTestDatabase()
    const subscription = subscriptionOf(ROOT, true)
    await installGeneration(database, await sampleGeneration([un], 1), installedAt)
    const synced = await installGeneration(database, await sampleGeneration([itu, un], 2, ROOT), {
      ...installedAt,
      subscription,
    })
    const packaged = await installGeneration(database, await sampleGeneration([un], 3), installedAt)
    expect([synced.ok, packaged.ok]).toEqual([true, true])
    expect(await database.bundles.toArray()).toMatchObject([{ generation: 3, origin: 'packaged' }])
  })
})

describe('trouble', () => {
  test('an interrupted install is invisible, and collected at the next start', async () => {
    const engine = newEngine()
    const database = await openTestDatabase(engine)
    await installGeneration(database, await sampleGeneration([un]), installedAt)
    const before = await dump(database)
    // As a kill leaves it: the handle is gone in the middle of the staging, nothing tidies up.
    const onProgress = (written: number) => written < 3_000 && database.close()
    await installGeneration(database, await sampleGeneration(many, 2), { ...installedAt, onProgress })
    const next = await openTestDatabase(engine)
    expect(await next.bundles.toArray()).toMatchObject([{ generation: 1 }])
    expect(await next.chunks.count()).toBeGreaterThan(1)
    await collectLeftovers(next)
    expect(await dump(next)).toBe(before)
  })

  test('stopped by the reader: nothing is left', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration([un]), installedAt)
    const before = await dump(database)
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const stopped = await installGeneration(database, await sampleGeneration(many, 2), {
      ...installedAt,
      onProgress,
      signal: stop.signal,
    })
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await dump(database)).toBe(before)
  })

  test('a full disk is told as such', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration([un]), installedAt)
    const before = await dump(database)
    vi.spyOn(database.chunks, 'bulkPut').mockRejectedValueOnce(
      new DOMException('The disk is full', 'QuotaExceededError'),
    )
    const full = await installGeneration(database, await sampleGeneration([itu], 2), installedAt)
    expect(full).toMatchObject({ ok: false, error: { code: 'storage-full', where: 'install' } })
    expect(await dump(database)).toBe(before)
  })

  test('rows that went missing before the flip are noticed', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration([un]), installedAt)
    const before = await dump(database)
    const lost: PromiseLike<unknown>[] = []
    const onProgress = (written: number) => {
      // Another context takes the rows for garbage; its transaction stands in line before the flip's.
      if (written === 3_000) lost.push(database.chunks.where('[install+number]').equals([2, 3]).delete())
    }
    const torn = await installGeneration(database, await sampleGeneration(many, 2), {
      ...installedAt,
      onProgress,
    })
    await Promise.all(lost)
    expect(torn).toMatchObject({
      ok: false,
      error: { code: 'storage-failed', detail: '23 of 24 chunks are there' },
    })
    expect(await dump(database)).toBe(before)
  })

  test.each([
    [
      'throws',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
    ],
    ['fails', () => failingRequest()],
    ['is not there', undefined],
  ])('IndexedDB that %s: a typed error with its cause', async (_how, open) => {
    const engine = newEngine()
    const indexedDB = open ? { open, deleteDatabase: open, cmp: () => 0, databases: open } : null
    const opened = await openDatabase(undefined, { ...engine, indexedDB: indexedDB as unknown as IDBFactory })
    expect(opened).toMatchObject({ ok: false, error: { code: 'storage-unavailable', where: 'open' } })
    expect(!opened.ok && opened.error.detail).not.toBe('')
  })
})

/** As Firefox does in a profile that it cannot write to: a request that ends in an error. */
function failingRequest(): IDBOpenDBRequest {
  const request = new EventTarget() as IDBOpenDBRequest
  const error = new DOMException(
    'A mutation operation was attempted on a database that did not allow mutations.',
    'InvalidStateError',
  )
  Object.defineProperty(request, 'error', { value: error })
  setTimeout(() => {
    const event = new Event('error', { cancelable: true })
    Object.defineProperty(event, 'target', { value: request })
    request.onerror?.(event)
  }, 0)
  return request
}
