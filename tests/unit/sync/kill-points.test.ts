import { IDBCursor, IDBIndex, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { generateSigningKey, type SigningKey } from '../../../src/cli/bundle/signing-key.ts'
import { collectGarbage } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase, DatabaseEngine } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import type { SyncInput } from '../../../src/sync/sync-once.ts'
import { samplePacked } from '../bundle/sample-bundle.ts'
import { newEngine, openTestDatabase } from '../storage/test-database.ts'
import { startHost, type TestHost } from './test-host.ts'
import { NEW, OLD, syncFrom } from './test-sync.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What a reader sees: the generations and every record of theirs. */
async function visible(database: BackgrounderDatabase): Promise<string> {
  const { key, entities } = await new IndexedDbLookup(database, () => () => []).snapshot()
  return JSON.stringify([key, entities])
}

interface Scene {
  readonly engine: DatabaseEngine
  readonly database: BackgrounderDatabase
  readonly host: TestHost
  readonly key: SigningKey
}

/** Generation 1 is installed, the host has generation 2. */
async function scene(): Promise<Scene> {
  const [engine, key] = [newEngine(), await generateSigningKey()]
  const [old, next] = [await samplePacked(OLD, 1, key), await samplePacked(NEW, 2, key)]
  const host = await startHost(old.files)
  const database = await openTestDatabase(engine)
  await syncFrom(database, host, key.keyId)
  for (const [file, bytes] of next.files) host.files.set(file, bytes)
  return { engine, database, host, key }
}

const OPERATIONS = [
  [
    IDBObjectStore.prototype,
    ['add', 'put', 'get', 'getAll', 'getKey', 'getAllKeys', 'count', 'delete', 'clear', 'openCursor'],
  ],
  [IDBIndex.prototype, ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
  [IDBCursor.prototype, ['continue', 'delete', 'update']],
] as const

type Operation = (this: unknown, ...args: unknown[]) => unknown

/** Calls `strike` before each database operation, with its number from 1 on. */
function beforeEachOperation(strike: (number: number) => void): void {
  let number = 0
  for (const [prototype, names] of OPERATIONS) {
    for (const name of names) {
      const operations = prototype as unknown as Record<string, Operation>
      const original = operations[name]
      vi.spyOn(operations, name).mockImplementation(function (this: unknown, ...args) {
        number += 1
        strike(number)
        return original?.apply(this, args)
      })
    }
  }
}

/** As after a new start of the browser: a fresh handle, and the leftovers collected. */
async function restart({ engine }: Scene): Promise<BackgrounderDatabase> {
  vi.restoreAllMocks()
  const database = await openTestDatabase(engine)
  await collectGarbage(database, ['staging', 'old'])
  return database
}

async function expectConvergence(stage: Scene, seen: string, old: string): Promise<void> {
  const database = await restart(stage)
  const now = await visible(database)
  expect(now).toBe(seen)
  const again = await syncFrom(database, stage.host, stage.key.keyId)
  expect(again.outcome.outcome).toBe(now === old ? 'updated' : 'current')
  expect(JSON.parse(await visible(database))).toMatchObject([
    'sample@2',
    [{ record: NEW[0] }, { record: NEW[1] }],
  ])
  await collectGarbage(database, ['staging', 'old'])
  expect([await database.installs.count(), await database.chunks.count()]).toEqual([1, 1])
}

/** What is there afterwards; `new` was installed though the update was told to have failed. */
type Ending = 'updated' | 'old' | 'new'

/** Runs an update that fails in a way of the test's, and checks what is left. */
async function strikeAt(arm: (stage: Scene) => Partial<SyncInput>, survives: boolean): Promise<Ending> {
  const stage = await scene()
  const old = await visible(stage.database)
  const { outcome } = await syncFrom(stage.database, stage.host, stage.key.keyId, () => arm(stage))
  vi.restoreAllMocks()
  const reader = survives ? stage.database : await openTestDatabase(stage.engine)
  const seen = await visible(reader)
  if (outcome.outcome === 'updated') expect(seen).not.toBe(old)
  await expectConvergence(stage, seen, old)
  if (seen === old) return 'old'
  return outcome.outcome === 'updated' ? 'updated' : 'new'
}

describe('an update that ends anywhere leaves the old or the new', { timeout: 60_000 }, () => {
  test('a database operation that fails', async () => {
    const endings: Ending[] = []
    let struck = true
    for (let at = 1; struck; at += 1) {
      struck = false
      const ending = await strikeAt(() => {
        beforeEachOperation((number) => {
          if (number !== at) return
          struck = true
          throw new DOMException('injected', 'UnknownError')
        })
        return {}
      }, true)
      endings.push(ending)
    }
    expect(endings.length).toBeGreaterThan(15)
    expect(endings.filter((ending) => ending === 'old').length).toBeGreaterThan(10)
  })

  test('a browser that is killed before a database operation', async () => {
    const endings: Ending[] = []
    let struck = true
    for (let at = 1; struck; at += 1) {
      struck = false
      const ending = await strikeAt(({ database }) => {
        beforeEachOperation((number) => {
          if (number < at) return
          struck = true
          // Nothing runs after a kill: not this operation, and none of the tidying that would follow.
          database.close()
          throw new DOMException('killed', 'AbortError')
        })
        return {}
      }, false)
      endings.push(ending)
    }
    expect(endings.length).toBeGreaterThan(15)
    expect(endings.filter((ending) => ending === 'old').length).toBeGreaterThan(10)
  })

  test('a reader who stops it at any event', async () => {
    const stopped: Ending[] = []
    for (let at = 1; at <= 6; at += 1) {
      stopped.push(
        await strikeAt(() => {
          const stop = new AbortController()
          let number = 0
          const onEvent = () => {
            number += 1
            if (number === at) stop.abort()
          }
          return { signal: stop.signal, onEvent }
        }, true),
      )
    }
    // started, found, received, verified, written: stopped; ended: too late.
    expect(stopped).toEqual(['old', 'old', 'old', 'old', 'old', 'updated'])
  })

  test('a reader who stops it while a file is fetched', async () => {
    for (const file of [1, 2]) {
      const ending = await strikeAt(() => {
        const stop = new AbortController()
        let number = 0
        const fetchAndStop: typeof fetch = async (address, init) => {
          number += 1
          if (number === file) stop.abort()
          return fetch(address, init)
        }
        return { signal: stop.signal, fetch: (address, init) => fetchAndStop(address, init) }
      }, true)
      expect(ending).toBe('old')
    }
  })
})
