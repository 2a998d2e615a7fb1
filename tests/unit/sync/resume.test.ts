import { expect, test } from 'vitest'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { newEngine, openTestDatabase } from '../storage/test-database.ts'
import { inParts } from './in-parts.ts'
import { setStage, syncFrom } from './test-sync.ts'

const PARTS = 20
const records = Array.from({ length: 400 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
)

test.each(['a lost connection', 'a kill'])('%s half-way costs one part at most', async (how) => {
  const stage = await setStage()
  await stage.publish(records, 1, { change: (packed) => inParts(packed, PARTS) })
  const { host, publisher } = stage
  const engine = newEngine()
  const database = await openTestDatabase(engine)
  let parts = 0
  const first = await syncFrom(database, host, publisher.rootDigest, () => ({
    fetch: async (address, init) => {
      if (address.includes('.full-')) parts += 1
      if (parts > PARTS / 2) {
        if (how === 'a kill') database.close()
        throw new TypeError('the connection is lost')
      }
      return fetch(address, init)
    },
  }))
  expect(first.outcome).toMatchObject({ outcome: 'failed' })
  const asked = () => host.requests.filter(({ path }) => path.includes('.full-')).map(({ path }) => path)
  expect(asked()).toHaveLength(PARTS / 2)
  const next = await openTestDatabase(engine)
  await collectLeftovers(next)
  const second = await syncFrom(next, host, publisher.rootDigest)
  expect(second.outcome).toMatchObject({ outcome: 'updated', added: records.length })
  console.info(`resume after ${how}: ${asked().length} requests for ${PARTS} parts`)
  expect(new Set(asked()).size).toBe(PARTS)
  expect(asked().length).toBeLessThanOrEqual(PARTS + 1)
})
