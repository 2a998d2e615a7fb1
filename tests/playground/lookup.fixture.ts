import packaged from 'virtual:packaged-records'
import type { EntityRecord } from '../../src/model/entity.ts'
import type { BundleId, EntityId, EntityRef } from '../../src/model/ids.ts'
import type { BundleInfo, FoundEntity, Lookup } from '../../src/model/lookup.ts'
import { makeSearch } from '../../src/search/make-search.ts'
import { oddRecords } from './odd-records.fixture.ts'

const records = packaged as readonly EntityRecord[]
const BUNDLE = 'international-affairs' as BundleId

/** Names an entity of the packaged bundle. */
export const ref = (id: string): EntityRef => ({ bundle: BUNDLE, entity: id as EntityId })

const all: readonly FoundEntity[] = [...records, ...oddRecords].map((record) => ({
  ref: ref(record.id),
  record,
}))

const byId = new Map<string, FoundEntity>(all.map((each) => [each.record.id, each]))

/** The record of an entity; throws where the packaged bundle has none, for then the exhibit would show nothing. */
export function recordOf(id: string): EntityRecord {
  const found = byId.get(id)
  if (!found) throw new Error(`the packaged bundle has no ${id}`)
  return found.record
}

const sum = (count: (record: EntityRecord) => number): number =>
  records.reduce((total, each) => total + count(each), 0)

export const packagedBundle: BundleInfo = {
  bundle: BUNDLE,
  title: 'International affairs',
  publisher: 'Backgrounder',
  license: 'CC0-1.0',
  generation: 1,
  created: '2026-11-23T00:00:00Z',
  installedAt: '2026-11-23T08:30:00Z',
  origin: 'packaged',
  counts: {
    entities: records.length,
    aliases: sum(({ aliases }) => aliases.length),
    facts: sum(({ statements, events }) => statements.length + events.length),
    sources: new Set(records.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
  },
}

/** Built for those exhibits that search. */
let search: ReturnType<typeof makeSearch> | undefined

/** The packaged bundle from memory. */
export const packagedLookup: Lookup = {
  entities: async (refs) => refs.flatMap(({ entity }) => byId.get(entity) ?? []),
  search: async (query, limit) => {
    search ??= makeSearch(all)
    return { hits: search(query, limit) }
  },
  bundles: async () => [packagedBundle],
}

/** A store that does not answer. */
export const brokenLookup: Lookup = {
  entities: () => Promise.reject(new Error('the database is gone')),
  search: () => Promise.reject(new Error('the database is gone')),
  bundles: () => Promise.reject(new Error('the database is gone')),
}

const preparing = { index: 'search', done: 430_000, total: 1_000_000 } as const

/** New facts were taken in, and the search is not ready for them: `packagedLookup` stands for those of before. */
export const preparingLookup: Lookup = {
  ...packagedLookup,
  search: async (query, limit) => ({ ...(await packagedLookup.search(query, limit)), ...(await slowly()) }),
}

/** The first facts of all: nothing can be found yet. */
export const firstPreparingLookup: Lookup = {
  ...packagedLookup,
  search: async () => ({ hits: [], preparing: { ...(await slowly()).preparing, index: 'names' } }),
}

/** The page asks again after each answer: after the first they take their time. */
let answers = 0
const slowly = () =>
  new Promise<{ readonly preparing: typeof preparing }>((resolve) => {
    setTimeout(() => resolve({ preparing }), answers++ === 0 ? 0 : 300)
  })
