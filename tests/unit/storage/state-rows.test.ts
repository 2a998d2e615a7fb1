import { describe, expect, test } from 'vitest'
import { StateBuilder } from '../../../src/bundle/state-builder.ts'
import { hashBuckets, STATE_BUCKETS, stateRoot } from '../../../src/bundle/state-digest.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { takeLease } from '../../../src/storage/lease.ts'
import { layerIndices, loadState, writeState } from '../../../src/storage/state-rows.ts'
import { openTestDatabase } from './test-database.ts'

const WHOLE = { install: 1, chunks: 1, records: 1 }
const CHANGES = { install: 2, chunks: 1, records: 1 }

/** The buckets of so many records. */
function bucketsOf(records: number): readonly Uint8Array[] {
  const builder = new StateBuilder()
  for (let index = 0; index < records; index += 1) builder.add(`e-${index}`, Buffer.from(`line ${index}`))
  return [...builder.buckets()].map((bucket) => bucket.slice())
}

async function write(database: BackgrounderDatabase, buckets: readonly Uint8Array[], wholeOf?: number) {
  const hashes = hashBuckets(buckets)
  const state = {
    root: stateRoot(hashes),
    hashes,
    buckets: buckets.entries(),
    ...(wholeOf !== undefined && { wholeOf }),
  }
  await writeState(database, await takeLease(database), WHOLE.install, state)
}

async function loaded(database: BackgrounderDatabase, layers = [WHOLE]): Promise<readonly Uint8Array[]> {
  const state = await loadState(database, { layers })
  const buckets: Uint8Array[] = []
  for (let index = 0; index < STATE_BUCKETS; index += 1)
    buckets.push((await state?.buckets([index]))?.[0] ?? new Uint8Array())
  return buckets
}

describe('the digest of a whole', () => {
  test.each([
    [0, 0],
    [3, 3],
    [1_000, 16],
    [30_000, 64],
  ])('of %i records lies in %i rows and is read as it was written', async (records, rows) => {
    const database = await openTestDatabase()
    const buckets = bucketsOf(records)
    await write(database, buckets, records)
    expect(await database.buckets.count()).toBe(rows)
    expect(await loaded(database)).toEqual(buckets)
    const state = await loadState(database, { layers: [WHOLE] })
    expect(await state?.buckets([...buckets.keys()].reverse())).toEqual(buckets.toReversed())
  })

  test('lies below that of a layer of changes, in which an empty bucket hides one', async () => {
    const database = await openTestDatabase()
    const buckets = bucketsOf(30_000)
    await write(database, buckets, 30_000)
    const [other = new Uint8Array()] = bucketsOf(1).filter(({ length }) => length > 0)
    const changed = [
      [5, new Uint8Array()],
      [4_000, other],
    ] as const
    const hashes = hashBuckets(buckets)
    await writeState(database, await takeLease(database), CHANGES.install, {
      root: '',
      hashes,
      buckets: changed,
    })
    const expected = buckets.with(5, new Uint8Array()).with(4_000, other)
    expect(await loaded(database, [WHOLE, CHANGES])).toEqual(expected)
    expect(await layerIndices(database, CHANGES)).toEqual([5, 4_000])
  })

  test('is read where each bucket has a row of its own, as was written first', async () => {
    const database = await openTestDatabase()
    const buckets = bucketsOf(1_000)
    const rows = buckets.flatMap((bytes, index) => (bytes.length > 0 ? [{ install: 1, index, bytes }] : []))
    await database.buckets.bulkPut(rows)
    await database.digests.put({ install: 1, hashes: hashBuckets(buckets) })
    expect(await loaded(database)).toEqual(buckets)
  })

  test('that is damaged in any way gives other buckets, and ends', async () => {
    const database = await openTestDatabase()
    const buckets = bucketsOf(1_000)
    await write(database, buckets, 1_000)
    await database.buckets.toCollection().modify((row: { bytes: Uint8Array }) => {
      row.bytes = row.bytes.slice(0, 1_001).map((byte) => byte ^ 0xff)
    })
    expect(await loaded(database)).not.toEqual(buckets)
  })
})
