import type { EntityId, EntityRef } from '../model/ids.ts'
import type { BundleInfo, FoundEntity, Lookup, SearchHit } from '../model/lookup.ts'
import { byOrder, generationsKey, installedInfo } from './bundle-info.ts'
import { chunkKeys, chunkNumber, recordOf } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { BundleRow, ChunkRow } from './rows.ts'
import type { MakeSearch, Search, Snapshot, SnapshotSource } from './snapshot.ts'

/**
 * What is installed. Pointer and records are read in one transaction: a reader meets the old generation
 * or the new one, never a mix. The search is made at the first query and again after a change.
 */
export class IndexedDbLookup implements Lookup, SnapshotSource {
  readonly #database: BackgrounderDatabase
  readonly #makeSearch: MakeSearch
  #search: { readonly key: string; readonly ask: Search } | undefined

  constructor(database: BackgrounderDatabase, makeSearch: MakeSearch) {
    this.#database = database
    this.#makeSearch = makeSearch
  }

  async bundles(): Promise<readonly BundleInfo[]> {
    return (await this.#rows()).map(installedInfo)
  }

  async entities(refs: readonly EntityRef[]): Promise<readonly FoundEntity[]> {
    const { bundles, chunks } = this.#database
    return this.#database.transaction('r', [bundles, chunks], async () => {
      const rows = new Map((await this.#rows()).map((row) => [row.bundle, row]))
      const places = refs.map((ref) => placeOf(rows.get(ref.bundle), ref.entity))
      const read = await this.#chunks(places.flatMap((place) => (place ? [place] : [])))
      return refs.flatMap((ref, index) => foundIn(read.get(places[index]?.join() ?? ''), ref))
    })
  }

  async snapshot(): Promise<Snapshot> {
    const { bundles, chunks } = this.#database
    return this.#database.transaction('r', [bundles, chunks], async () => {
      const rows = await this.#rows()
      const read = await Promise.all(rows.map((row) => chunks.bulkGet(chunkKeys(row))))
      const entities = rows.flatMap((row, index) => (read[index] ?? []).flatMap((chunk) => allOf(row, chunk)))
      return { key: generationsKey(rows), bundles: rows.map(installedInfo), entities }
    })
  }

  async search(query: string, limit: number): Promise<readonly SearchHit[]> {
    const key = generationsKey(await this.#rows())
    if (this.#search?.key !== key) {
      const snapshot = await this.snapshot()
      this.#search = { key: snapshot.key, ask: this.#makeSearch(snapshot.entities) }
    }
    return this.#search.ask(query, limit)
  }

  async #rows(): Promise<BundleRow[]> {
    return (await this.#database.bundles.toArray()).sort(byOrder)
  }

  /** Each chunk once, by its key. */
  async #chunks(places: readonly Place[]): Promise<Map<string, ChunkRow>> {
    const distinct = [...new Map(places.map((place) => [place.join(), place])).values()]
    const rows = await this.#database.chunks.bulkGet(distinct)
    return new Map(rows.flatMap((row) => (row ? [[`${row.install},${row.number}`, row]] : [])))
  }
}

type Place = [install: number, number: number]

function placeOf(row: BundleRow | undefined, id: EntityId): Place | undefined {
  const number = row && chunkNumber(row.firstIds, id)
  return row && number !== undefined ? [row.install, number] : undefined
}

function foundIn(chunk: ChunkRow | undefined, ref: EntityRef): FoundEntity[] {
  const line = chunk?.lines[chunk.ids.indexOf(ref.entity)]
  return line === undefined ? [] : [{ ref, record: recordOf(line) }]
}

const allOf = ({ bundle }: BundleRow, chunk: ChunkRow | undefined): FoundEntity[] =>
  (chunk?.lines ?? []).map(recordOf).map((record) => ({ ref: { bundle, entity: record.id }, record }))
