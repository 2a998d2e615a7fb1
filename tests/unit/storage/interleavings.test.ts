import { describe, expect, test } from 'vitest'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { inOneSlice } from './install.ts'
import { openTestDatabase } from './test-database.ts'

const INTERLEAVINGS = 200
const PART = 2
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const generations = await Promise.all(
  [1, 2, 3].map((number) =>
    sampleGeneration(
      ids.map((id) => ({
        ...sampleRecord(id, `Entity ${id}`),
        descriptions: [{ text: `of ${number}`, lang: 'en' }],
      })),
      number,
    ),
  ),
)

/** Numbers from 0 to 1 that are the same for the same seed (the minimal standard generator). */
function randomFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Takes a generation in as a context does that knows of no other, pausing for a while between its steps. */
async function takeIn(
  database: BackgrounderDatabase,
  generation: (typeof generations)[number],
  pause: () => Promise<void>,
): Promise<string> {
  const { manifest, trust, lines } = generation
  await pause()
  const begun = await bundleStore(database).begin({ manifest, trust }, `plan ${manifest.generation}`)
  if (!begun.ok) return begun.error.code
  for (let start = begun.value.parts * PART; start < lines.length; start += PART) {
    await pause()
    const written = await begun.value.write(inOneSlice(lines.slice(start, start + PART)))
    if (!written.ok) return written.error.code
  }
  await pause()
  const shown = await begun.value.finish('2026-01-01T00:00:00.000Z')
  return shown.ok ? 'shown' : shown.error.code
}

describe('contexts that write at once, without a lock', { timeout: 300_000 }, () => {
  test('leave one whole generation, the highest of those that were told to have succeeded', async () => {
    const endings = new Map<string, number>()
    for (let seed = 0; seed < INTERLEAVINGS; seed += 1) {
      const [database, random] = [await openTestDatabase(), randomFrom(seed)]
      const pause = async () => {
        for (let turns = Math.floor(random() * 12); turns > 0; turns -= 1) await new Promise(setImmediate)
      }
      const results = await Promise.all(generations.map((each) => takeIn(database, each, pause)))
      const shown = results.lastIndexOf('shown') + 1
      expect(shown).toBeGreaterThan(0)
      expect(new Set(results.filter((each) => each !== 'shown')).size).toBeLessThanOrEqual(1)
      expect(results.every((each) => each === 'shown' || each === 'overtaken')).toBe(true)
      const { entities } = await new IndexedDbLookup(database, () => () => []).snapshot()
      expect(entities.map(({ record }) => record.descriptions[0]?.text)).toEqual(ids.map(() => `of ${shown}`))
      await collectLeftovers(database)
      const staged = (await database.installs.toArray()).filter(({ state }) => state === 'staging').length
      expect(await database.installs.count()).toBe(1 + staged)
      const key = results.join()
      endings.set(key, (endings.get(key) ?? 0) + 1)
      database.close()
    }
    console.info(`${INTERLEAVINGS} interleavings:`, Object.fromEntries(endings))
    // Else they would not have met: somebody is overtaken, and not always the same.
    expect(endings.size).toBeGreaterThan(1)
  })
})
