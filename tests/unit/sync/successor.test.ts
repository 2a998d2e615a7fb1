import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/bundle/public-key.ts'
import { successorOf } from '../../../src/bundle/successor.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { listBundles } from '../../../src/storage/arrange-bundles.ts'
import type { PackedGeneration } from '../bundle/packed-generation.ts'
import { NEW, OLD, type Stage, setStage } from './test-sync.ts'

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
