import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import type { DatabaseEngine } from '../../../src/storage/database.ts'
import { openReliably } from '../../../src/storage/open-reliably.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { openTestDatabase } from './test-database.ts'

/** A factory whose next opens fail, by the database's name; deleting mends it where `mends`. */
function failingEngine(
  times: number,
  name: string,
  mends = true,
): DatabaseEngine & { deletions: () => number } {
  const indexedDB = new IDBFactory()
  const [open, remove] = [indexedDB.open.bind(indexedDB), indexedDB.deleteDatabase.bind(indexedDB)]
  let [left, deletions] = [times, 0]
  indexedDB.open = (...input) => {
    left -= 1
    if (left >= 0) throw new DOMException('injected', name)
    return open(...input)
  }
  indexedDB.deleteDatabase = (...input) => {
    deletions += 1
    if (mends) left = 0
    return remove(...input)
  }
  return { indexedDB, IDBKeyRange, deletions: () => deletions }
}

const pauses: number[] = []
const wait = async (milliseconds: number) => void pauses.push(milliseconds)

describe('opening the database', () => {
  test.each(['UnknownError', 'InvalidStateError', 'AbortError'])(
    'goes on after %s that passes',
    async (name) => {
      for (const times of [0, 1, 2, 3]) {
        pauses.length = 0
        const opened = await openReliably({ engine: failingEngine(times, name), wait })
        expect(opened).toMatchObject({ ok: true, value: { rebuilt: false } })
        // The database library tries some failures once more by itself.
        expect(pauses).toEqual([50, 250, 1_000].slice(0, pauses.length))
        expect(pauses.length).toBeLessThanOrEqual(times)
        if (opened.ok) opened.value.database.close()
      }
    },
  )

  test('deletes what does not open after three more tries, and begins anew', async () => {
    const engine = failingEngine(0, 'UnknownError')
    const before = await openTestDatabase(engine)
    const un = await sampleGeneration([sampleRecord('un', 'United Nations')])
    await installGeneration(before, un, { installedAt: '2026-01-01T00:00:00.000Z' })
    before.close()
    const broken = failingEngine(1_000, 'UnknownError')
    const opened = await openReliably({ engine: broken, wait })
    expect(opened).toMatchObject({ ok: true, value: { rebuilt: true } })
    if (!opened.ok) return
    expect(await opened.value.database.bundles.count()).toBe(0)
    expect(
      await installGeneration(opened.value.database, un, { installedAt: '2026-01-01T00:00:00.000Z' }),
    ).toMatchObject({ ok: true })
    opened.value.database.close()
  })

  test('a browser that gives no database at all is told as such', async () => {
    const engine = failingEngine(1_000, 'UnknownError', false)
    expect(await openReliably({ engine, wait })).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable' },
    })
  })

  test('nothing is deleted where a newer version of the extension wrote it, or the browser forbids it', async () => {
    for (const name of ['VersionError', 'SecurityError']) {
      const engine = failingEngine(1_000, name)
      expect(await openReliably({ engine, wait })).toMatchObject({ ok: false })
      expect(engine.deletions()).toBe(0)
    }
  })
})
