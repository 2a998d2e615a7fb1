import { describe, expect, test, vi } from 'vitest'
import type { VerifiedGeneration } from '../../../src/bundle/verify-generation.ts'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import type { FoundEntity, Lookup } from '../../../src/model/lookup.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { MemoryLookup } from '../../../src/storage/memory-lookup.ts'
import type { MakeSearch, SnapshotSource } from '../../../src/storage/snapshot.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from './install.ts'
import { openTestDatabase } from './test-database.ts'

const NOW = '2026-01-02T03:04:05.000Z'

/** Names that contain the query, by id: enough to see what the adapters pass on. */
const makeSearch: MakeSearch = (entities) => (query, limit) =>
  entities
    .flatMap(({ ref, record }) => {
      const matched = record.names.map((each) => each.text).find((name) => name.includes(query))
      return matched ? [{ ref, kind: record.kind, matched, names: record.names, descriptions: [] }] : []
    })
    .slice(0, limit)

type Open = (generations: readonly VerifiedGeneration[]) => Promise<Lookup & SnapshotSource>

const ADAPTERS: readonly [name: string, open: Open][] = [
  ['in memory', async (generations) => new MemoryLookup(generations, NOW, makeSearch)],
  [
    'in IndexedDB',
    async (generations) => {
      const database = await openTestDatabase()
      for (const each of generations) {
        expect(await installGeneration(database, each, { installedAt: NOW })).toMatchObject({ ok: true })
      }
      return new IndexedDbLookup(database, makeSearch)
    },
  ],
]

const ref = (entity: string, bundle = 'sample'): EntityRef => ({
  bundle: bundle as BundleId,
  entity: entity as EntityId,
})

/** Enough for several rows of packed records. */
const many = Array.from({ length: 300 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
)

describe.each(ADAPTERS)('Lookup %s', (_name, open) => {
  test('gives records in the order asked, without those that are not known', async () => {
    const lookup = await open([await sampleGeneration(many)])
    const asked = ['e-299', 'e-000', 'a', 'e-127', 'e-128', 'e-1275', 'zz', 'e-000'].map((id) => ref(id))
    const found = await lookup.entities([...asked, ref('e-000', 'other')])
    expect(found.map((each) => each.ref.entity)).toEqual(['e-299', 'e-000', 'e-127', 'e-128', 'e-000'])
    expect(found[0]).toEqual({ ref: ref('e-299'), record: many[299] })
  })

  test('keeps fields that this version does not know', async () => {
    const later = { ...sampleRecord('un', 'United Nations'), motto: 'Peace' }
    const lookup = await open([await sampleGeneration([later])])
    expect((await lookup.entities([ref('un')]))[0]?.record).toEqual(later)
  })

  test('the same id in two bundles is two entities', async () => {
    const [un, union] = [sampleRecord('un', 'United Nations'), sampleRecord('un', 'Union')]
    const lookup = await open([
      await sampleGeneration([un]),
      await sampleGeneration([union], 3, undefined, 'other'),
    ])
    const found = await lookup.entities([ref('un', 'other'), ref('un')])
    expect(found.map((each) => each.record.names[0]?.text)).toEqual(['Union', 'United Nations'])
  })

  test('tells the bundles in their order', async () => {
    const records = [sampleRecord('un', 'United Nations')]
    const lookup = await open([
      await sampleGeneration(records, 2, undefined, 'zeta'),
      await sampleGeneration(records),
    ])
    const [zeta, sample] = await lookup.bundles()
    expect([zeta?.bundle, sample?.bundle]).toEqual(['zeta', 'sample'])
    expect(sample).toEqual({
      bundle: 'sample',
      title: 'Sample',
      publisher: 'Tests',
      license: 'CC0-1.0',
      generation: 1,
      created: '2026-01-01T00:00:00Z',
      installedAt: NOW,
      origin: 'packaged',
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { entities: 1, aliases: 2, facts: 2, sources: 1 },
    })
  })

  test('searches over all bundles', async () => {
    const lookup = await open([
      await sampleGeneration([sampleRecord('un', 'United Nations')]),
      await sampleGeneration(
        [sampleRecord('nato', 'North Atlantic Treaty Organization'), sampleRecord('sn', 'League of Nations')],
        1,
        undefined,
        'other',
      ),
    ])
    expect((await lookup.search('Nations', 10)).hits.map((hit) => hit.ref)).toEqual([
      ref('un'),
      ref('sn', 'other'),
    ])
    expect((await lookup.search('Nations', 1)).hits).toHaveLength(1)
  })

  test('gives everything at once, with a name for the set of generations', async () => {
    const lookup = await open([
      await sampleGeneration(many, 4),
      await sampleGeneration([sampleRecord('un', 'United Nations')], 2, undefined, 'other'),
    ])
    const snapshot = await lookup.snapshot()
    expect(snapshot.key).toMatch(/^sample@4~[0-9a-f]{32},other@2~[0-9a-f]{32}$/)
    expect(snapshot.bundles).toEqual(await lookup.bundles())
    expect(snapshot.entities).toHaveLength(301)
    expect(snapshot.entities[5]).toEqual({ ref: ref('e-005'), record: many[5] })
  })

  test('knows nothing where nothing is installed', async () => {
    const lookup = await open([])
    expect([
      await lookup.bundles(),
      await lookup.entities([ref('un')]),
      await lookup.search('UN', 5),
    ]).toEqual([[], [], { hits: [] }])
    expect(await lookup.snapshot()).toEqual({ key: '', bundles: [], entities: [] })
  })
})

const textOf = (found: FoundEntity) => found.record.descriptions[0]?.text

const generation = (number: number) =>
  sampleGeneration(
    many.map((record) => ({ ...record, descriptions: [{ text: `generation ${number}`, lang: 'en' }] })),
    number,
  )

describe('a change of generation', () => {
  test('the next search and look-up see it', async () => {
    const database = await openTestDatabase()
    const lookup = new IndexedDbLookup(database, makeSearch)
    await installGeneration(database, await sampleGeneration([sampleRecord('un', 'United Nations')]), {
      installedAt: NOW,
    })
    expect(await lookup.search('Telecommunication', 5)).toEqual({ hits: [] })
    const next = [sampleRecord('itu', 'Telecommunication Union'), sampleRecord('un', 'United Nations')]
    await installGeneration(database, await sampleGeneration(next, 2), { installedAt: NOW })
    expect((await lookup.search('Telecommunication', 5)).hits.map((hit) => hit.ref)).toEqual([ref('itu')])
    expect(await lookup.entities([ref('itu')])).toHaveLength(1)
  })

  test('a slow reader meets one generation, whatever is installed meanwhile', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await generation(1), { installedAt: NOW })
    const [lookup, next] = [new IndexedDbLookup(database, makeSearch), await generation(2)]
    // Between the pointer and the records there is time for a whole install, were it let in.
    const { bundles } = database
    const readPointer = bundles.toArray.bind(bundles)
    const slowly = async () => {
      const rows = await readPointer()
      for (let turn = 0; turn < 500; turn += 1) await bundles.count()
      return rows
    }
    vi.spyOn(bundles, 'toArray').mockImplementationOnce(slowly as never)
    const reading = lookup.entities(many.map((record) => ref(record.id)))
    await installGeneration(database, next, { installedAt: NOW })
    expect(new Set((await reading).map(textOf))).toEqual(new Set(['generation 1']))
    expect((await lookup.entities([ref('e-000')])).map(textOf)).toEqual(['generation 2'])
  })

  test('readers during it see the old or the new, never a mix', async () => {
    const database = await openTestDatabase()
    await installGeneration(database, await generation(1), { installedAt: NOW })
    const lookup = new IndexedDbLookup(database, makeSearch)
    const everyone = many.map((record) => ref(record.id))
    let done = false
    const seen: Set<string | undefined>[] = []
    const reading = (async () => {
      while (!done) {
        const found = await lookup.entities(everyone)
        expect(found).toHaveLength(many.length)
        seen.push(new Set(found.map(textOf)))
      }
    })()
    for (const number of [2, 3, 4])
      await installGeneration(database, await generation(number), { installedAt: NOW })
    done = true
    await reading
    expect(seen.every((texts) => texts.size === 1)).toBe(true)
    expect(new Set(seen.flatMap((texts) => [...texts])).size).toBeGreaterThan(1)
  })

  test('ten thousand look-ups during re-imports: none fails', { timeout: 300_000 }, async () => {
    const database = await openTestDatabase()
    const few = (number: number) =>
      sampleGeneration(
        many.slice(0, 40).map((record) => ({ ...record, context: [`of ${number}`] })),
        number,
      )
    await installGeneration(database, await few(1), { installedAt: NOW })
    const lookup = new IndexedDbLookup(database, makeSearch)
    let [asked, failed, imports] = [0, 0, 1]
    const ask = async () => {
      while (asked < 10_000) {
        asked += 1
        const found = await lookup.entities([ref(many[asked % 40]?.id ?? '')])
        if (found.length !== 1) failed += 1
      }
    }
    const readers = Promise.all(Array.from({ length: 8 }, ask))
    while (asked < 10_000) {
      imports += 1
      const shown = await installGeneration(database, await few(imports), { installedAt: NOW, part: 10 })
      expect(shown.ok).toBe(true)
    }
    await readers
    console.info(`${asked} look-ups during ${imports - 1} re-imports: ${failed} failed`)
    expect(failed).toBe(0)
  })
})
