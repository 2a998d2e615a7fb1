import { describe, expect, test } from 'vitest'
import type { BundleId } from '../../../src/model/ids.ts'
import { removeSubscription } from '../../../src/storage/arrange-bundles.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { followBuild } from '../../../src/storage/follow-build.ts'
import { installPackaged } from '../../../src/sync/install-packaged.ts'
import { syncOnce } from '../../../src/sync/sync-once.ts'
import { filesInMemory, samplePacked } from '../bundle/sample-bundle.ts'
import { manyRecords } from '../bundle/sample-generations.ts'
import { NEW, NOW, OLD, type Stage, setStage } from './test-sync.ts'

const bundle = 'sample' as BundleId

const installPackage = (database: BackgrounderDatabase, generation: number, records = OLD) =>
  installPackaged({
    files: filesInMemory(samplePacked(records, generation)),
    store: bundleStore(database),
    crypto: crypto.subtle,
    clock: { now: () => NOW },
  })

/** A build whose packaged bundle of some generation is updated from a stage's host. */
async function followed(stage: Stage, generation: number, records = OLD) {
  await installPackage(stage.database, generation, records)
  const setting = { base: stage.host.base, rootDigest: stage.publisher.rootDigest }
  const link = await followBuild(stage.database, { bundle, setting, followed: undefined })
  const sync = async () => {
    const [subscription] = await stage.database.subscriptions.toArray()
    if (!subscription) throw new Error('nothing is subscribed to')
    return syncOnce({
      subscription,
      store: bundleStore(stage.database),
      fetch: (address, init) => fetch(address, init),
      crypto: crypto.subtle,
      clock: { now: () => NOW },
      signal: new AbortController().signal,
      onEvent: () => undefined,
    })
  }
  return { link, setting, sync }
}

const shown = async ({ database }: Stage) =>
  (await database.bundles.toArray()).map(({ generation, origin, family }) => ({ generation, origin, family }))

describe('a build that says where its bundle is updated from', () => {
  test('follows it, and the higher generation of host and package wins, in either order', async () => {
    const stage = await setStage()
    await stage.publish(NEW, 3)
    const { sync } = await followed(stage, 2)
    expect(await sync()).toMatchObject({ outcome: 'updated', generation: 3, added: 1, changed: 1 })
    expect(await shown(stage)).toEqual([{ generation: 3, origin: 'synced', family: 'packaged' }])
    // An upgrade of the extension with an older bundle changes nothing, one with a newer bundle does.
    expect(await installPackage(stage.database, 2)).toMatchObject({ value: { isNew: false } })
    expect(await installPackage(stage.database, 5)).toMatchObject({ value: { isNew: true } })
    expect(await shown(stage)).toEqual([{ generation: 5, origin: 'packaged', family: 'packaged' }])
    await stage.publish(NEW, 4)
    expect(await sync()).toEqual({ outcome: 'current', bundle, generation: 5 })
    expect(await shown(stage)).toMatchObject([{ generation: 5, origin: 'packaged' }])
    await stage.publish(NEW, 6)
    expect(await sync()).toMatchObject({ outcome: 'updated', generation: 6 })
  })

  test('takes a delta from the very generation that was packaged', async () => {
    const stage = await setStage()
    const many = manyRecords(Array.from({ length: 100 }, (_, index) => `e-${index}`))
    await stage.publish(many, 2)
    await stage.publish([...many, ...OLD], 3)
    const { sync } = await followed(stage, 2, many)
    expect(await sync()).toMatchObject({ outcome: 'updated', generation: 3, added: 1 })
    const parts = stage.host.requests.map(({ path }) => path).filter((path) => path.endsWith('.gz'))
    expect(parts).toEqual([expect.stringContaining('.delta-2-3.')])
  })

  test('a publisher that recovered from run-up versions goes on below the package', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 9)
    const { sync } = await followed(stage, 2)
    await sync()
    await installPackage(stage.database, 12)
    for (const [file, bytes] of await stage.publisher.rotate(['timestamp', 'snapshot']))
      stage.host.files.set(file, bytes)
    await stage.publish(NEW, 10)
    expect(await sync()).toMatchObject({ outcome: 'updated', generation: 10 })
  })

  test('does so once: what the reader removed stays removed, and the facts stay', async () => {
    const stage = await setStage()
    const { link, setting } = await followed(stage, 2)
    await removeSubscription(stage.database, link ?? '')
    expect(await followBuild(stage.database, { bundle, setting, followed: link })).toBe(link)
    expect(await stage.database.subscriptions.count()).toBe(0)
    expect(await shown(stage)).toMatchObject([{ generation: 2 }])
  })

  test('a build with another address, or none, takes the earlier one away', async () => {
    const stage = await setStage()
    const { link, setting } = await followed(stage, 2)
    const moved = { ...setting, base: 'https://elsewhere.example/' }
    const next = await followBuild(stage.database, { bundle, setting: moved, followed: link })
    expect(await stage.database.subscriptions.toArray()).toMatchObject([
      { base: 'https://elsewhere.example/', bundle, updatesPackaged: true },
    ])
    expect(await followBuild(stage.database, { bundle, setting: undefined, followed: next })).toBeUndefined()
    expect(await stage.database.subscriptions.count()).toBe(0)
    expect(await shown(stage)).toMatchObject([{ generation: 2 }])
  })
})
