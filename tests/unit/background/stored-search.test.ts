import { expect, test, vi } from 'vitest'
import { IndexBuilds } from '../../../src/background/index-builds.ts'
import { withSearch } from '../../../src/background/open-lookup.ts'
import { searchKeeper } from '../../../src/background/search-keeper.ts'
import { indexMaker } from '../../../src/indexing/index-maker.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { Preparation } from '../../../src/model/preparation.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { saveIndex } from '../../../src/storage/index-buffers.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { openTestDatabase } from '../storage/test-database.ts'

const NOW = '2026-11-28T12:00:00Z'
const UN = sampleRecord('un', 'United Nations')
const ITU = sampleRecord('itu', 'Telecommunication Union')

const install = async (database: BackgrounderDatabase, records: EntityRecord[], generation = 1) =>
  installGeneration(database, await sampleGeneration(records, generation), { installedAt: NOW })

const keysOf = async (database: BackgrounderDatabase) =>
  (await database.indexes.toCollection().primaryKeys()).sort()

const make = indexMaker(async () => undefined)

/** The background over a database, which alone builds. */
function backgroundOver(database: BackgrounderDatabase, builds = new IndexBuilds()) {
  const plain = new IndexedDbLookup(database, makeSearch)
  const read = vi.spyOn(plain, 'read')
  return { plain, read, keeper: searchKeeper({ database, lookup: plain }, builds, make), builds }
}

/** A page over the same database; what it asks for it gets from `prepare`. */
const pageOver = (database: BackgrounderDatabase, prepare: () => Promise<Preparation>) => {
  const plain = new IndexedDbLookup(database, makeSearch)
  const read = vi.spyOn(plain, 'read')
  return { lookup: withSearch(database, plain, prepare), read }
}

const matched = (answer: { readonly hits: readonly { readonly matched: string }[] }) =>
  answer.hits.map((hit) => hit.matched)

test('the index of the search is kept beside that of names, and a page searches without building or asking', async () => {
  const database = await openTestDatabase()
  await install(database, [ITU, UN])
  const { plain, keeper } = backgroundOver(database)
  const { key } = await plain.snapshot()
  await saveIndex(database, key, new ArrayBuffer(8))
  await keeper.keep()
  expect(await keysOf(database)).toEqual([key, `${key}#search`])

  const prepare = vi.fn<() => Promise<Preparation>>()
  const { lookup, read } = pageOver(database, prepare)
  const answer = await lookup.search('untied natoins', 5)
  expect(answer.hits[0]).toMatchObject({ matched: 'United Nations', kind: UN.kind })
  expect(answer.preparing).toBeUndefined()
  expect(read).not.toHaveBeenCalled()
  expect(prepare).not.toHaveBeenCalled()
})

test('however many ask, one builds: pages that come meanwhile, and the background itself', async () => {
  const database = await openTestDatabase()
  await install(database, [ITU, UN])
  const { keeper, read } = backgroundOver(database)
  const pages = [pageOver(database, keeper.prepare), pageOver(database, keeper.prepare)]
  const answers = await Promise.all([
    keeper.keep(),
    ...pages.map(({ lookup }) => lookup.search('united', 5)),
    keeper.keep(),
  ])
  expect(read).toHaveBeenCalledTimes(1)
  for (const page of pages) expect(page.read).not.toHaveBeenCalled()
  for (const answer of answers) if (answer) expect(matched(answer)).toEqual(['United Nations'])
})

test('an index is loaded once, however quickly somebody types', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const { keeper } = backgroundOver(database)
  await keeper.keep()
  const get = vi.spyOn(database.indexes, 'get')
  const { lookup } = pageOver(database, keeper.prepare)
  const answers = await Promise.all(['u', 'un', 'united'].map((query) => lookup.search(query, 5)))
  for (const answer of answers) expect(matched(answer)).toEqual(['United Nations'])
  expect(get).toHaveBeenCalledTimes(1)
})

test('while the next index is built a page searches by the one before and hears how far it is; then by the new one', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const { keeper, plain } = backgroundOver(database)
  await keeper.keep()
  await install(database, [ITU, UN], 2)
  // The index of names of the new generation comes first, and takes that of the search with it not.
  await saveIndex(database, (await plain.snapshot()).key, new ArrayBuffer(8))

  const preparing = { index: 'search', done: 1, total: 2 } as const
  let told: Preparation = { state: 'building', progress: preparing }
  const { lookup } = pageOver(database, async () => told)
  expect(await lookup.search('united', 5)).toMatchObject({ hits: [{ matched: 'United Nations' }], preparing })
  expect(await lookup.search('telecommunication', 5)).toEqual({ hits: [], preparing })

  await keeper.keep()
  told = { state: 'ready' }
  const answer = await lookup.search('telecommunication', 5)
  expect(matched(answer)).toEqual(['Telecommunication Union'])
  expect(answer.preparing).toBeUndefined()
  expect(await keysOf(database)).toHaveLength(2)
})

test('where nothing was ever built a page finds nothing yet, and says so', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const progress = { index: 'names', done: 0, total: 1 } as const
  const { lookup } = pageOver(database, async () => ({ state: 'building', progress }))
  expect(await lookup.search('united', 5)).toEqual({ hits: [], preparing: progress })
})

test('an entity that is gone is not found by the index of before', async () => {
  const database = await openTestDatabase()
  await install(database, [ITU, UN])
  const { keeper } = backgroundOver(database)
  await keeper.keep()
  await install(database, [UN], 2)
  const { lookup } = pageOver(database, async () => ({
    state: 'building',
    progress: { index: 'search', done: 0, total: 1 },
  }))
  expect((await lookup.search('telecommunication', 5)).hits).toEqual([])
})

test('an index that is damaged, or of another version, is built anew', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const { keeper, plain } = backgroundOver(database)
  const { key } = await plain.snapshot()
  for (const damaged of [new ArrayBuffer(64), new Blob([new Uint8Array(200)])]) {
    await saveIndex(database, `${key}#search`, damaged)
    const { lookup } = pageOver(database, keeper.prepare)
    expect(matched(await lookup.search('united', 5))).toEqual(['United Nations'])
  }
})

test('who waits for a build that is not begun hears of the one before it', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const builds = new IndexBuilds()
  const { keeper, read } = backgroundOver(database, builds)
  const names = Promise.withResolvers<void>()
  const first = builds.run('names', 10, async (tell) => {
    tell({ type: 'read', entities: 4 })
    await names.promise
  })
  expect(await keeper.prepare()).toEqual({
    state: 'building',
    progress: { index: 'names', done: 4, total: 10 },
  })
  expect(read).not.toHaveBeenCalled()
  names.resolve()
  await first
  await keeper.keep()
  expect(read).toHaveBeenCalledTimes(1)
})

test('a build that fails does not hold up the next, and whoever asks again has it tried again', async () => {
  const database = await openTestDatabase()
  await install(database, [UN])
  const { keeper, read } = backgroundOver(database)
  read.mockRejectedValueOnce(new Error('lost'))
  await expect(keeper.prepare()).rejects.toThrow('lost')
  expect(await keeper.prepare()).toEqual({ state: 'ready' })
})
