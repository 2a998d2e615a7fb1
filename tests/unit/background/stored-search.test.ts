import { expect, test, vi } from 'vitest'
import { withStoredSearch } from '../../../src/background/stored-search.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { saveIndex } from '../../../src/storage/index-buffers.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { openTestDatabase } from '../storage/test-database.ts'

const NOW = '2026-11-28T12:00:00Z'
const UN = sampleRecord('un', 'United Nations')
const ITU = sampleRecord('itu', 'Telecommunication Union')

const keysOf = async (database: Awaited<ReturnType<typeof openTestDatabase>>) =>
  (await database.indexes.toCollection().primaryKeys()).sort()

test('the index of the search is built once, kept beside that of names, and serves the next opening', async () => {
  const database = await openTestDatabase()
  await installGeneration(database, await sampleGeneration([ITU, UN]), { installedAt: NOW })
  const plain = new IndexedDbLookup(database, makeSearch)
  const { key } = await plain.snapshot()
  await saveIndex(database, key, new ArrayBuffer(8))
  await withStoredSearch(database, plain).prepare()
  expect(await keysOf(database)).toEqual([key, `${key}#search`])

  const next = new IndexedDbLookup(database, makeSearch)
  const read = vi.spyOn(next, 'read')
  const { lookup } = withStoredSearch(database, next)
  const [hit] = await lookup.search('untied natoins', 5)
  expect(hit).toMatchObject({ matched: 'United Nations', kind: UN.kind })
  expect(read).not.toHaveBeenCalled()
})

test('another generation has another index; that of the old one goes', async () => {
  const database = await openTestDatabase()
  await installGeneration(database, await sampleGeneration([UN]), { installedAt: NOW })
  const { lookup } = withStoredSearch(database, new IndexedDbLookup(database, makeSearch))
  expect(await lookup.search('telecommunication', 5)).toEqual([])
  const [before] = await keysOf(database)
  await installGeneration(database, await sampleGeneration([ITU, UN], 2), { installedAt: NOW })
  expect(await lookup.search('telecommunication', 5)).toHaveLength(1)
  const keys = await keysOf(database)
  expect(keys).toHaveLength(1)
  expect(keys).not.toContain(before)
})

test('an index that is damaged, or of another version, is built anew', async () => {
  const database = await openTestDatabase()
  await installGeneration(database, await sampleGeneration([UN]), { installedAt: NOW })
  const plain = new IndexedDbLookup(database, makeSearch)
  const { key } = await plain.snapshot()
  await saveIndex(database, `${key}#search`, new ArrayBuffer(64))
  const { lookup } = withStoredSearch(database, plain)
  expect(await lookup.search('united', 5)).toHaveLength(1)
})
