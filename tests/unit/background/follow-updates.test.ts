import { expect, test, vi } from 'vitest'
import { followUpdates } from '../../../src/background/follow-updates.ts'
import { IndexBuilds } from '../../../src/background/index-builds.ts'
import { createWarmKnowledge } from '../../../src/background/knowledge.ts'
import { searchKeeper } from '../../../src/background/search-keeper.ts'
import { indexMaker, type MakeIndexes, THREAD_FROM } from '../../../src/indexing/index-maker.ts'
import type { OwnAlias } from '../../../src/model/own-layer.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { inProcessThread } from '../indexing/in-process-thread.ts'
import { setStage } from '../sync/test-sync.ts'

const RECORDS = Array.from({ length: THREAD_FROM }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(4, '0')}`, `Entity ${index}`),
)

/** A background over a stage, with a thread for what it follows; whatever it makes afterwards is counted. */
async function backgroundOver(records = RECORDS, aliases: readonly OwnAlias[] = []) {
  const stage = await setStage()
  await stage.publish(records, 1)
  const { database } = stage
  const [builds, lookup] = [new IndexBuilds(), new IndexedDbLookup(database, makeSearch)]
  const thread = inProcessThread({ database, lookup: new IndexedDbLookup(database, makeSearch) })
  const start = vi.fn(thread.start)
  const make = vi.fn<MakeIndexes>(indexMaker(async () => undefined))
  const searches = searchKeeper({ database, lookup }, builds, make)
  const source = {
    open: async () => ({ storage: 'ready' as const, database, lookup, searches }),
    ownAliases: async () => aliases,
    builds,
    make,
  }
  const follow = followUpdates({ ...source, start })
  return { stage, builds, make, start, searches, follow, knowledge: createWarmKnowledge(source) }
}

test('what was followed is marked and found without being read again', async () => {
  const { stage, make, follow, knowledge, searches } = await backgroundOver()
  expect((await stage.sync({ follow })).outcome).toMatchObject({ outcome: 'updated' })
  const { index } = await knowledge.get()
  expect(index.scan('So said Entity 1999.')).toHaveLength(1)
  expect(await searches.prepare()).toEqual({ state: 'ready' })
  expect(make).not.toHaveBeenCalled()
})

test('a bundle that is indexed in no time is not followed', async () => {
  const { stage, start, follow, knowledge, searches } = await backgroundOver(RECORDS.slice(1))
  await stage.sync({ follow })
  expect((await knowledge.get()).index.scan('So said Entity 1999.')).toHaveLength(1)
  await searches.keep()
  expect(start).not.toHaveBeenCalled()
})

test('nor is one while something large is built', async () => {
  const { stage, builds, start, follow } = await backgroundOver()
  const other = Promise.withResolvers<void>()
  const building = builds.run('search', THREAD_FROM, () => other.promise)
  await vi.waitFor(() => expect(builds.progress).toBeDefined())
  expect((await stage.sync({ follow })).outcome).toMatchObject({ outcome: 'updated' })
  expect(start).not.toHaveBeenCalled()
  other.resolve()
  await building
})

test('a small build is waited for', async () => {
  const { stage, builds, start, follow, knowledge } = await backgroundOver()
  const other = Promise.withResolvers<void>()
  void builds.run('search', THREAD_FROM - 1, () => other.promise)
  await vi.waitFor(() => expect(builds.progress).toBeDefined())
  const updating = stage.sync({ follow })
  other.resolve()
  expect((await updating).outcome).toMatchObject({ outcome: 'updated' })
  await knowledge.get()
  expect(start).toHaveBeenCalledTimes(1)
})

test('with names of the reader’s own the search alone is followed: what is a name of theirs is known at the end', async () => {
  const entity = { bundle: 'sample', entity: 'e-0007' } as unknown as OwnAlias['entity']
  const { stage, make, follow, knowledge, searches } = await backgroundOver(RECORDS, [
    { entity, text: 'The Seventh', lang: 'en' } as OwnAlias,
  ])
  await stage.sync({ follow })
  const { index } = await knowledge.get()
  expect(index.scan('So said The Seventh.')).toHaveLength(1)
  expect(await searches.prepare()).toEqual({ state: 'ready' })
  expect(make.mock.calls.map(([, wanted]) => [wanted.names !== undefined, wanted.search])).toEqual([
    [true, false],
  ])
})
