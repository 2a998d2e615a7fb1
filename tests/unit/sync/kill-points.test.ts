import { afterEach, describe, expect, test, vi } from 'vitest'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { beforeEachOperation } from '../storage/strike.ts'
import { newEngine, openTestDatabase } from '../storage/test-database.ts'
import { FEW, MORE, records, SCENARIOS } from './kill-scenarios.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** The generations that a reader sees, each whole; the test fails where one is torn. */
async function visible(database: BackgrounderDatabase): Promise<string> {
  try {
    const { bundles, entities } = await new IndexedDbLookup(database, () => () => []).snapshot()
    const key = bundles.map(({ bundle, generation }) => `${bundle}@${generation}`).join()
    if (key === '') return key
    const texts = entities.map(({ record }) => JSON.stringify(record))
    const wanted = WHOLE.get(texts.length)?.some((each) => each.join() === texts.join())
    return wanted ? key : `torn ${key}`
  } catch {
    return 'damaged'
  }
}

/** What any generation of the scenarios holds, by the number of its records. */
const WHOLE = new Map(
  [FEW, MORE].map((count) => [
    count,
    [0, 1, 2, 3, 9].map((changed) => records(changed, count).map((record) => JSON.stringify(record))),
  ]),
)

let points = 0

/** How the world ends at an operation. */
const ENDS = [
  // Nothing runs after a kill: not this operation, and none of the tidying that would follow.
  { how: 'a kill', lasts: true, strike: (database: BackgrounderDatabase) => database.close() },
  // The worker lives on and tidies up; the next attempt may meet what that left.
  { how: 'an operation that fails', lasts: false, strike: () => undefined },
] as const

describe.each(SCENARIOS)('$name', { timeout: 600_000 }, ({ prepare, run, allowed }) => {
  test.each(ENDS)(
    'ended by $how at any database operation leaves the old or the new',
    async ({ lasts, strike }) => {
      let struck = true
      for (let at = 1; struck; at += 1) {
        struck = false
        const engine = newEngine()
        const database = await openTestDatabase(engine)
        await prepare(database)
        beforeEachOperation((number) => {
          if (number < at || (!lasts && number > at)) return
          struck = true
          strike(database)
          throw new DOMException('struck', 'UnknownError')
        })
        await Promise.resolve(run(database)).catch(() => undefined)
        vi.restoreAllMocks()
        database.close()
        const next = await openTestDatabase(engine)
        expect(allowed).toContain(await visible(next))
        // As after a new start: the leftovers are collected, and the same is done again.
        await collectLeftovers(next)
        await run(next)
        expect(await visible(next)).toBe(allowed.at(-1))
        await collectLeftovers(next)
        await expectTidy(next)
        next.close()
        points += struck ? 1 : 0
      }
    },
  )
})

/** No row is left that no pointer leads to. */
async function expectTidy(database: BackgrounderDatabase): Promise<void> {
  const shown = (await database.bundles.toArray()).flatMap(({ layers }) =>
    layers.map(({ install }) => install),
  )
  const known = new Set(shown)
  expect((await database.installs.toArray()).map(({ install }) => install)).toEqual(
    [...known].sort((a, b) => a - b),
  )
  expect((await database.chunks.toArray()).filter(({ install }) => !known.has(install))).toEqual([])
  expect((await database.buckets.toArray()).filter(({ install }) => !known.has(install))).toEqual([])
  expect((await database.directories.toArray()).filter(({ install }) => !known.has(install))).toEqual([])
}

test('a thousand points and more were tried', () => {
  console.info(`kill points: ${points} in ${SCENARIOS.length} scenarios`)
  expect(points).toBeGreaterThanOrEqual(1_000)
})
