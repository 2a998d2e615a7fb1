import { expect, test } from 'vitest'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import type { PackedGeneration } from '../bundle/packed-generation.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { setStage } from './test-sync.ts'

const ids = Array.from({ length: 60 }, (_, index) => `e-${String(index).padStart(2, '0')}`)
/** A generation: some renamed, one more, one less. */
const recordsOf = (renamed: Readonly<Record<string, string>>, left = ids) =>
  left.map((id) => sampleRecord(id, renamed[id] ?? `Entity ${id}`))

const FIRST = recordsOf({})
/** Renames one and adds another, both undone by the third. */
const SECOND = recordsOf({ 'e-05': 'For a while' }, [...ids, 'f-00'])
const THIRD = recordsOf({ 'e-07': 'For good' }, ids.slice(0, -1))

/** What a publisher names who keeps the delta from the first generation alone. */
function onlyFromFirst(packed: PackedGeneration): PackedGeneration {
  const manifest = { ...packed.manifest, deltas: packed.manifest.deltas.filter(({ from }) => from === 1) }
  return { ...packed, manifest, targets: new Map(packed.targets).set(MANIFEST_FILE, manifestBytes(manifest)) }
}

test('a delta from an earlier generation brings the installed one to the newest, what came and went included', async () => {
  const stage = await setStage()
  for (const [records, generation] of [
    [FIRST, 1],
    [SECOND, 2],
  ] as const) {
    await stage.publish(records, generation)
    expect((await stage.sync()).outcome).toMatchObject({ outcome: 'updated', generation })
  }
  await stage.publish(THIRD, 3, { change: onlyFromFirst })
  const before = stage.host.requests.length
  const { outcome } = await stage.sync()
  // e-05 is again as it was, e-07 is new, e-59 and f-00 are gone.
  expect(outcome).toMatchObject({ outcome: 'updated', generation: 3, added: 0, changed: 2, removed: 2 })
  const data = stage.host.requests.slice(before).flatMap(({ path }) => path.match(/(?:full|delta)-.*/) ?? [])
  expect(data).toEqual(['delta-1-3.jsonl.gz'])
  const { entities } = await new IndexedDbLookup(stage.database, () => () => []).snapshot()
  expect(entities.map(({ record }) => record)).toEqual(THIRD)
})

test('the metadata that vouch for what is shown are written with it', async () => {
  const stage = await setStage()
  await stage.publish(FIRST, 1)
  await stage.sync()
  const { bundles, trusts } = stage.database
  const versions = async () => (await trusts.toArray()).map(({ floor }) => floor?.versions.targets)
  expect(await versions()).toEqual([1])
  // Lost in between, as by a damaged table: the flip brings them back with the pointer.
  await stage.publish(SECOND, 2)
  const { outcome } = await stage.sync({
    onEvent: ({ type }) => {
      if (type === 'found') void trusts.clear()
    },
  })
  expect(outcome).toMatchObject({ outcome: 'updated', generation: 2 })
  expect([await versions(), (await bundles.toArray()).map(({ generation }) => generation)]).toEqual([
    [2],
    [2],
  ])
})
