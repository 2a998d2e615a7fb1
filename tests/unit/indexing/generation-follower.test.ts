import { expect, test, vi } from 'vitest'
import { type FollowedInThread, followInThread } from '../../../src/indexing/generation-follower.ts'
import { namesKey, SEARCH_KIND } from '../../../src/indexing/index-keys.ts'
import type { WantedIndexes } from '../../../src/indexing/index-request.ts'
import { makeIndexes } from '../../../src/indexing/make-indexes.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId } from '../../../src/model/ids.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { switchBundle } from '../../../src/storage/arrange-bundles.ts'
import { generationsKey } from '../../../src/storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { loadIndex } from '../../../src/storage/index-buffers.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import type { SyncInput } from '../../../src/sync/sync-input.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { inParts } from '../sync/in-parts.ts'
import { type Stage, setStage } from '../sync/test-sync.ts'
import { inProcessThread, type TestThread } from './in-process-thread.ts'

const NAMES = { own: [], ownKey: '' }
const BOTH: WantedIndexes = { names: NAMES, search: true }
const PARTS = 3

const recordsOf = (prefix: string, count = 12): EntityRecord[] =>
  Array.from({ length: count }, (_, index) =>
    sampleRecord(
      `${prefix}-${String(index).padStart(3, '0')}`,
      `Assembly of ${prefix.toUpperCase()} ${index}`,
    ),
  )

async function installOther({ database }: Stage, id: string): Promise<void> {
  const generation = await sampleGeneration(recordsOf(id), 1, undefined, id)
  const installed = await installGeneration(database, generation, { installedAt: '2026-01-01T00:00:00Z' })
  if (!installed.ok) throw new Error(installed.error.detail)
}

const sourceOf = ({ database }: Stage) => ({ database, lookup: new IndexedDbLookup(database, makeSearch) })

/** What follows each whole generation with a thread. */
function following(
  { start }: Pick<TestThread, 'start'>,
  wanted = BOTH,
): Required<Pick<SyncInput, 'follow'>> & { readonly settled: () => Promise<void> } {
  let followed: FollowedInThread | undefined
  return {
    follow: async ({ id: bundle, generation, state, counts }) => {
      const upcoming = { bundle, generation, content: state.root, names: counts.entities + counts.aliases }
      followed = followInThread(start, { wanted, upcoming }, () => undefined)
      return followed.follower
    },
    settled: async () => followed?.settled,
  }
}

const publish = (stage: Stage, generation: number, count = 12) =>
  stage.publish(recordsOf(`s${generation}`, count), generation, {
    deltas: false,
    change: (packed) => inParts(packed, PARTS),
  })

async function kept({ database }: Stage) {
  const key = generationsKey(await new IndexedDbLookup(database, makeSearch).bundles())
  const [names, search] = await Promise.all([
    loadIndex(database, namesKey(key, NAMES)),
    loadIndex(database, key + SEARCH_KIND),
  ])
  return { names: names.ok ? names.value : undefined, search: search.ok ? search.value : undefined }
}

/** Who is named so in a text, by the index that is kept. */
async function namedBy(stage: Stage, text: string): Promise<string[]> {
  const { names } = await kept(stage)
  const index = names && openIndex(names)
  if (!index?.ok) throw new Error('there is no index of names')
  return index.value
    .scan(text)
    .flatMap(({ names: numbers }) => numbers.map((number) => index.value.name(number)))
    .map(({ entity }) => `${entity.bundle}/${entity.entity}`)
}

const keysOf = (database: BackgrounderDatabase) => database.indexes.toCollection().primaryKeys()

test.each([
  ['a bundle that is new, after those that are there', ['other'], []],
  ['a bundle between others', ['before'], ['after']],
  ['a bundle alone', [], []],
])('the indexes of %s are those that are made of what is installed', async (_which, before, after) => {
  const stage = await setStage()
  for (const id of before) await installOther(stage, id)
  if (after.length > 0) {
    await publish(stage, 1)
    await stage.sync()
    for (const id of after) await installOther(stage, id)
  }
  await publish(stage, 2)
  const thread = inProcessThread(sourceOf(stage))
  const { follow, settled } = following(thread)
  expect((await stage.sync({ follow })).outcome).toMatchObject({ outcome: 'updated' })
  await settled()
  expect(thread.requests).toEqual(['follow', 'lines', 'complete', 'shown'])
  expect(thread.isEnded()).toBe(true)
  const [followed, text] = [
    await kept(stage),
    'Assembly of S2 4, Assembly of OTHER 3 and Assembly of AFTER 5',
  ]
  const named = await namedBy(stage, text)
  expect(named).toContain('sample/s2-004')
  await stage.database.indexes.clear()
  await makeIndexes(sourceOf(stage), BOTH, () => undefined)
  expect(await namedBy(stage, text)).toEqual(named)
  const made = await kept(stage)
  expect(new Uint8Array(followed.search ?? new ArrayBuffer())).toEqual(
    new Uint8Array(made.search ?? new ArrayBuffer()),
  )
})

test('a generation that is refused at its end leaves the indexes of what is there', async () => {
  const stage = await setStage()
  await publish(stage, 1)
  const first = following(inProcessThread(sourceOf(stage)))
  await stage.sync({ follow: first.follow })
  await first.settled()
  const before = await keysOf(stage.database)
  expect(before).toHaveLength(2)
  await stage.publish(recordsOf('s2'), 2, {
    deltas: false,
    change: (packed) => {
      const { manifest } = packed
      const wrong = { ...manifest, state: { ...manifest.state, root: '0'.repeat(64) } }
      return inParts({ ...packed, manifest: wrong }, PARTS)
    },
  })
  const thread = inProcessThread(sourceOf(stage))
  const second = following(thread)
  expect((await stage.sync({ follow: second.follow })).outcome).toMatchObject({ code: 'wrong-state' })
  await second.settled()
  expect(thread.requests).not.toContain('shown')
  expect(thread.isEnded()).toBe(true)
  expect(await keysOf(stage.database)).toEqual(before)
})

test('indexes are not kept where the reader has arranged something else meanwhile', async () => {
  const stage = await setStage()
  await installOther(stage, 'other')
  await publish(stage, 1)
  const thread = inProcessThread(sourceOf(stage))
  const { follow, settled } = following(thread)
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { outcome } = await stage.sync({
    follow: async (manifest) => {
      const follower = await follow(manifest)
      return (
        follower && {
          ...follower,
          complete: () => {
            follower.complete()
            void switchBundle(stage.database, 'other', false)
          },
        }
      )
    },
  })
  expect(outcome).toMatchObject({ outcome: 'updated' })
  await settled()
  expect(thread.reports.at(-1)).toBe('failed')
  expect(await keysOf(stage.database)).toEqual([])
  expect(warned).toHaveBeenCalled()
})

test.each([
  ['dies', true],
  ['cannot be started', false],
])('an update does not mind where the thread %s', async (_how, isThere) => {
  const stage = await setStage()
  await publish(stage, 1)
  const thread = inProcessThread(sourceOf(stage), { asleep: true })
  const { follow, settled } = following({
    start: isThere ? thread.start : () => Promise.reject(new Error('no thread')),
  })
  const updating = stage.sync({ follow })
  if (isThere) thread.die()
  expect((await updating).outcome).toMatchObject({ outcome: 'updated' })
  await settled()
  expect(await keysOf(stage.database)).toEqual([])
})

test('lines do not pile up before a thread that is slow', async () => {
  const stage = await setStage()
  await publish(stage, 1)
  await stage.sync()
  const thread = inProcessThread(sourceOf(stage), { asleep: true })
  const upcoming = { bundle: 'sample' as BundleId, generation: 1, content: '', names: 0 }
  const { follower, settled } = followInThread(thread.start, { wanted: BOTH, upcoming }, () => undefined)
  // Half a mebibyte is a message, and eight of them may wait.
  const lines = new TextEncoder()
    .encode(`${JSON.stringify(sampleRecord('a', 'b'))}\n`.repeat(2_000))
    .subarray()
  const messages: (Promise<void> | undefined)[] = []
  while (messages.length < 9) {
    const waiting = follower.lines(lines)
    if (waiting) messages.push(waiting)
  }
  const isOpen = vi.fn<() => void>()
  void messages[8]?.then(isOpen)
  await messages[7]
  // Whatever else is ready to run does, and no room is among it.
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(isOpen).not.toHaveBeenCalled()
  thread.wake()
  await vi.waitFor(() => expect(isOpen).toHaveBeenCalled())
  follower.end(false)
  await settled
})
