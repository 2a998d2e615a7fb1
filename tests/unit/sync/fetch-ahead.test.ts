import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { type BundleStore, bundleStore } from '../../../src/storage/bundle-store.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { inParts } from './in-parts.ts'
import { type Stage, setStage } from './test-sync.ts'

const PARTS = 3

const records = (count: number, context: () => string[] = () => []): EntityRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
    context: context(),
  }))

/** A store that tells when a part is written, and writes none before `mayWrite`. */
function watched(
  { database }: Stage,
  {
    mayWrite,
    onWritten,
  }: { mayWrite: (part: number) => Promise<unknown>; onWritten: (part: number) => void },
): BundleStore {
  const store = bundleStore(database)
  const begin: BundleStore['begin'] = async (incoming, plan) => {
    const begun = await store.begin(incoming, plan)
    if (!begun.ok) return begun
    let part = 0
    const write: typeof begun.value.write = async (slices, options) => {
      const number = part++
      await mayWrite(number)
      const written = await begun.value.write(slices, options)
      onWritten(number)
      return written
    }
    return { ok: true, value: { ...begun.value, write } }
  }
  return { ...store, begin }
}

const partOf = (address: string): number => Number(/full-(\d+)/.exec(address)?.[1] ?? -1)

test('the next part is fetched while one is checked and written', async () => {
  const stage = await setStage()
  await stage.publish(records(30), 1, { change: (packed) => inParts(packed, PARTS) })
  const asked = Array.from({ length: PARTS }, () => Promise.withResolvers<void>())
  const { outcome, events } = await stage.sync({
    fetch: (address, init) => {
      asked[partOf(address)]?.resolve()
      return fetch(address, init)
    },
    // Nothing is written before the next part has been asked for: this ends only where both happen at a time.
    store: watched(stage, { mayWrite: async (part) => asked[part + 1]?.promise, onWritten: () => undefined }),
  })
  expect(outcome).toMatchObject({ outcome: 'updated', added: 30 })
  const told = events.flatMap((event) => (event.type === 'received' ? [event.received] : []))
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('parts of more than four mebibytes together are fetched one by one, so that a kill costs no more', async () => {
  const stage = await setStage()
  const chance = () => Array.from({ length: 200 }, () => randomBytes(140).toString('base64'))
  await stage.publish(records(160, chance), 1)
  const steps: string[] = []
  const { outcome } = await stage.sync({
    fetch: async (address, init) => {
      const [attempt] = await stage.database.installs.toArray()
      if (partOf(address) >= 0)
        steps.push(`fetch ${partOf(address)}, ${attempt?.progress?.parts} on the disk`)
      return fetch(address, init)
    },
    store: watched(stage, {
      mayWrite: async () => undefined,
      onWritten: (part) => steps.push(`written ${part}`),
    }),
  })
  expect(outcome).toMatchObject({ outcome: 'updated' })
  expect(steps).toEqual(['fetch 0, 0 on the disk', 'written 0', 'fetch 1, 1 on the disk', 'written 1'])
})

test('where a part is refused the one after it, which is on its way, is given up', async () => {
  const stage = await setStage()
  const files = await stage.publish(records(30), 1, { change: (packed) => inParts(packed, PARTS) })
  const [first] = [...files.keys()].filter((file) => partOf(file) === 0)
  const bytes = files.get(first ?? '')?.slice() ?? new Uint8Array()
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  stage.host.files.set(first ?? '', bytes)
  const given: AbortSignal[] = []
  const { outcome } = await stage.sync({
    fetch: (address, init) => {
      if (partOf(address) === 1 && init.signal) given.push(init.signal)
      return fetch(address, init)
    },
  })
  expect(outcome).toMatchObject({ outcome: 'failed', code: 'wrong-hash' })
  expect(given.map(({ aborted }) => aborted)).toEqual([true])
})
