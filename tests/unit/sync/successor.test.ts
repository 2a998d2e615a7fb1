import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/bundle/public-key.ts'
import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { successorOf } from '../../../src/bundle/successor.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { listBundles } from '../../../src/storage/arrange-bundles.ts'
import type { PackedGeneration } from '../bundle/packed-generation.ts'
import { TestPublisher } from './publisher.ts'
import { startHost } from './test-host.ts'
import { NEW, OLD, type Stage, setStage, syncFrom } from './test-sync.ts'

const OWN = 'aa'.repeat(32)
const NEXT = `https://next.example/#bgk=${fingerprintOf('bb'.repeat(32))}`

describe('the bundle that goes on where one ends', () => {
  test.each([
    ['root and manifest name it', NEXT, NEXT, NEXT],
    ['they write it without the slash', ...same(NEXT.replace('/#', '#')), NEXT],
    ['the manifest alone names it: a stolen targets key', NEXT, undefined, undefined],
    ['the root alone names it', null, NEXT, undefined],
    ['they name two', NEXT, `https://other.example/#bgk=${fingerprintOf('bb'.repeat(32))}`, undefined],
    ['it pins nothing', 'https://next.example/', 'https://next.example/', undefined],
    ['it is no link', 'javascript:alert(1)', 'javascript:alert(1)', undefined],
    ['it is this very bundle', ...same(`https://next.example/#bgk=${fingerprintOf(OWN)}`), undefined],
    ['the root has no text there', NEXT, [NEXT], undefined],
  ] as const)('where %s', (_why, inManifest, inRoot, expected) => {
    const root = inRoot === undefined ? {} : { supersededBy: inRoot }
    expect(successorOf({ supersededBy: inManifest }, root, OWN)).toBe(expected)
  })

  const naming = (packed: PackedGeneration): PackedGeneration => {
    const manifest = { ...packed.manifest, supersededBy: NEXT }
    return {
      ...packed,
      manifest,
      targets: new Map(packed.targets).set('bundle.json', manifestBytes(manifest)),
    }
  }
  const offered = async ({ database }: Stage) =>
    (await listBundles(database)).map(({ successor }) => successor)

  test('is offered to the reader, who is subscribed to nothing else by it', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1)
    await stage.sync()
    expect(await offered(stage)).toEqual([undefined])
    for (const [file, bytes] of await stage.publisher.rotate([], { supersededBy: NEXT }))
      stage.host.files.set(file, bytes)
    await stage.publish(NEW, 2, { change: naming })
    expect((await stage.sync()).outcome).toMatchObject({ outcome: 'updated', generation: 2 })
    expect(await offered(stage)).toEqual([NEXT])
    expect(await stage.database.subscriptions.count()).toBe(1)
    expect(await stage.database.bundles.count()).toBe(1)
    const next = { link: NEXT, base: 'https://next.example/', rootDigest: 'bb'.repeat(32), order: 1 }
    await stage.database.subscriptions.add(next)
    expect(await offered(stage)).toEqual([undefined, undefined])
  })

  /** A bundle of many generations that names the link of another publisher's, which uses the same id. */
  const superseded = async () => {
    const [old, next] = [await setStage('old'), await startNext()]
    const link = subscriptionLink({ base: next.host.base, rootDigest: next.publisher.rootDigest })
    for (const [file, bytes] of await old.publisher.rotate([], { supersededBy: link }))
      old.host.files.set(file, bytes)
    const change = (packed: PackedGeneration) => {
      const manifest = { ...packed.manifest, supersededBy: link }
      const targets = new Map(packed.targets).set('bundle.json', manifestBytes(manifest))
      return { ...packed, manifest, targets }
    }
    await old.publish(OLD, 42, { change })
    expect((await old.sync()).outcome).toMatchObject({ outcome: 'updated' })
    expect(await offered(old)).toEqual([link])
    return { old, next, link }
  }
  const startNext = async () => {
    const publisher = await TestPublisher.start('next')
    return { publisher, host: await startHost(await publisher.publish(NEW, 1)) }
  }

  test('takes the place of one of the same id in one step, its own count beginning anew, once the reader has it', async () => {
    const { old, next, link } = await superseded()
    const taken = await syncFrom(old.database, next.host, next.publisher.rootDigest)
    expect(taken.outcome).toMatchObject({ outcome: 'updated', generation: 1 })
    expect((await old.database.bundles.toArray()).map(({ generation }) => generation)).toEqual([1])
    const left = await old.database.subscriptions.toArray()
    expect(left.map((each) => each.link)).toEqual([link])
    expect(await old.database.trusts.count()).toBe(1)
    expect(await offered(old)).toEqual([undefined])
    // It is an ordinary bundle from now on: the next generation is its own.
    for (const [file, bytes] of await next.publisher.publish(OLD, 2)) next.host.files.set(file, bytes)
    const again = await syncFrom(old.database, next.host, next.publisher.rootDigest)
    expect(again.outcome).toMatchObject({ outcome: 'updated', generation: 2 })
  })

  test('is the one that was signed: a third publisher with the same id is refused', async () => {
    const { old } = await superseded()
    const third = await setStage('third')
    await third.publish(NEW, 99)
    const refused = await syncFrom(old.database, third.host, third.publisher.rootDigest)
    expect(refused.outcome).toMatchObject({ outcome: 'failed', code: 'id-taken' })
    expect((await old.database.bundles.toArray()).map(({ generation }) => generation)).toEqual([42])
  })

  test('is not offered where the root does not say so', async () => {
    const stage = await setStage()
    await stage.publish(OLD, 1, { change: naming })
    expect((await stage.sync()).outcome).toMatchObject({ outcome: 'updated' })
    expect(await offered(stage)).toEqual([undefined])
  })
})

function same(link: string): [string, string] {
  return [link, link]
}
