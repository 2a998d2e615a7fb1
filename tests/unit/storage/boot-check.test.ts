import { describe, expect, test } from 'vitest'
import { dropDamaged } from '../../../src/storage/boot-check.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { dump, openTestDatabase } from './test-database.ts'

const records = Array.from({ length: 400 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
)
const installedAt = { installedAt: '2026-01-01T00:00:00.000Z' }
/** Every chunk in turn: two numbers are drawn for each, and eight for the buckets of the digest before. */
const inTurn = () => {
  let drawn = -1
  return () => {
    drawn += 1
    return ((drawn % 8) >> 1) / 4
  }
}

/** What may happen to stored rows: a disk that lies, a half-deleted profile, another program. */
const DAMAGES: readonly [what: string, (database: BackgrounderDatabase) => PromiseLike<unknown>][] = [
  ['a chunk is gone', ({ chunks }) => chunks.delete([1, 2])],
  ['all chunks are gone', ({ chunks }) => chunks.clear()],
  ['the directory is gone', ({ directories }) => directories.clear()],
  ['the directory is cut', ({ directories }) => directories.put({ install: 1, firstIds: [] })],
  ['the install is not known', ({ installs }) => installs.clear()],
  ['the install counts as old', ({ installs }) => installs.update(1, { state: 'old' })],
  ['a chunk is empty', ({ chunks }) => chunks.put({ install: 1, number: 1, ids: [], lines: [] })],
  [
    'a line is cut',
    async ({ chunks }) => {
      const chunk = await chunks.get([1, 0])
      if (chunk)
        await chunks.put({ ...chunk, lines: [`${chunk.lines[0]?.slice(0, -9)}`, ...chunk.lines.slice(1)] })
    },
  ],
  [
    'a chunk has fewer lines than ids',
    async ({ chunks }) => {
      const chunk = await chunks.get([1, 3])
      if (chunk) await chunks.put({ ...chunk, lines: chunk.lines.slice(1) })
    },
  ],
  [
    'records are others, and sound by themselves',
    ({ chunks }) =>
      chunks.toCollection().modify((chunk: { lines: readonly string[] }) => {
        chunk.lines = chunk.lines.map((line) => line.replace('"What ', '"That '))
      }),
  ],
  ['the digest is gone', ({ digests }) => digests.clear()],
  ['the digest is another', ({ digests }) => digests.put({ install: 1, hashes: new Uint8Array(4_096 * 32) })],
  ['the buckets are gone', ({ buckets }) => buckets.clear()],
  [
    'the buckets are cut',
    ({ buckets }) =>
      buckets.toCollection().modify((row: { bytes: Uint8Array }) => {
        row.bytes = row.bytes.slice(0, 64)
      }),
  ],
  [
    'two chunks are exchanged',
    async ({ chunks }) => {
      const [a, b] = await chunks.bulkGet([
        [1, 0],
        [1, 1],
      ])
      if (a && b)
        await chunks.bulkPut([
          { ...a, number: 1 },
          { ...b, number: 0 },
        ])
    },
  ],
]

describe('the check at a start', () => {
  test('finds nothing in what is sound, and changes nothing', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await sampleGeneration(records), installedAt)
    const before = await dump(database)
    expect(await dropDamaged(database, inTurn())).toEqual(new Map())
    expect(await dump(database)).toBe(before)
  })

  test.each(DAMAGES)('notices that %s; the bundle is installed anew, others stay', async (_what, damage) => {
    const database = await openTestDatabase()
    const [sample, other] = [
      await sampleGeneration(records),
      await sampleGeneration(records.slice(0, 3), 1, undefined, 'other'),
    ]
    await installGeneration(database, sample, installedAt)
    await damage(database)
    await installGeneration(database, other, installedAt)
    const damaged = await dropDamaged(database, inTurn())
    expect([...damaged.keys()]).toEqual(['sample'])
    await collectLeftovers(database)
    expect(await database.bundles.toArray()).toMatchObject([{ bundle: 'other' }])
    expect(await installGeneration(database, sample, installedAt)).toMatchObject({
      ok: true,
      value: { added: 400 },
    })
    expect(await dropDamaged(database, inTurn())).toEqual(new Map())
  })
})
