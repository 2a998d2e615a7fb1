import { recordOf } from '../bundle/record-of.ts'
import type { BundleId, EntityRef } from '../model/ids.ts'
import type { BundleInfo, FoundEntity, Lookup, SearchAnswer } from '../model/lookup.ts'
import { byOrder, generationsKey, installedInfo } from './bundle-info.ts'
import type { StagedLine } from './chunks.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type DirectoryCache, findLines } from './find-lines.ts'
import { type NamedEntity, namedEntity } from './named-entity.ts'
import { linesOf } from './read-layers.ts'
import type { BundleRow } from './rows.ts'
import type { MakeSearch, Search, Snapshot, SnapshotSource } from './snapshot.ts'

type TakeLines = (bundle: BundleId, lines: readonly StagedLine[]) => void

/** Reading everything takes several transactions; an update that ends between them makes it begin anew. */
const READING_TRIES = 5

/**
 * What is installed and not switched off. Pointer and records are read in one transaction: a reader meets the
 * old generation or the new one, never a mix. The search is made at the first query and again after a change.
 */
export class IndexedDbLookup implements Lookup, SnapshotSource {
  readonly #database: BackgrounderDatabase
  readonly #makeSearch: MakeSearch
  readonly #directories: DirectoryCache = new Map()
  #search: { readonly key: string; readonly ask: Search } | undefined

  constructor(database: BackgrounderDatabase, makeSearch: MakeSearch) {
    this.#database = database
    this.#makeSearch = makeSearch
  }

  async bundles(): Promise<readonly BundleInfo[]> {
    return (await this.#rows()).map(installedInfo)
  }

  async entities(refs: readonly EntityRef[]): Promise<readonly FoundEntity[]> {
    const { bundles, directories, chunks } = this.#database
    return this.#database.transaction('r', [bundles, directories, chunks], async () => {
      const rows = new Map((await this.#rows()).map((row) => [row.bundle, row]))
      const wanted = refs.map((ref) => ({ layers: rows.get(ref.bundle)?.layers ?? [], ids: [ref.entity] }))
      const found = await findLines(this.#database, this.#directories, wanted)
      this.#forgetDirectories([...rows.values()])
      return refs.flatMap((ref, index) => {
        const line = found[index]?.[0]
        return line === undefined ? [] : [{ ref, record: recordOf(line) }]
      })
    })
  }

  /** Generations that are gone need no directory. */
  #forgetDirectories(rows: readonly BundleRow[]): void {
    const shown = new Set(rows.flatMap(({ layers }) => layers.map(({ install }) => install)))
    for (const install of this.#directories.keys()) if (!shown.has(install)) this.#directories.delete(install)
  }

  async snapshot(): Promise<Snapshot> {
    const entities: FoundEntity[] = []
    const seen = await this.#readLines(
      (bundle, lines) => {
        for (const { id, line } of lines)
          entities.push({ ref: { bundle, entity: id }, record: recordOf(line) })
      },
      () => {
        entities.length = 0
      },
    )
    return { ...seen, entities }
  }

  read(
    take: (entities: readonly NamedEntity[]) => void,
    restart: () => void,
    only?: ReadonlySet<BundleId>,
  ): Promise<Omit<Snapshot, 'entities'>> {
    return this.#readLines(
      (bundle, lines) => take(lines.map(({ line }) => namedEntity(bundle, line))),
      restart,
      only,
    )
  }

  async #readLines(
    take: TakeLines,
    restart: () => void,
    only?: ReadonlySet<BundleId>,
  ): Promise<Omit<Snapshot, 'entities'>> {
    for (let left = READING_TRIES - 1; ; left -= 1) {
      const rows = await this.#rows()
      try {
        for (const { bundle, layers } of rows.filter((row) => only?.has(row.bundle) ?? true))
          for await (const lines of linesOf(this.#database, layers)) take(bundle, lines)
        const bundles = rows.map(installedInfo)
        return { key: generationsKey(bundles), bundles }
      } catch (error) {
        // Collected under the reader's eyes: what is shown now is read instead.
        if (left === 0 || (await this.#key()) === generationsKey(rows.map(installedInfo))) throw error
        restart()
      }
    }
  }

  async search(query: string, limit: number): Promise<SearchAnswer> {
    const key = await this.#key()
    if (this.#search?.key !== key) {
      const snapshot = await this.snapshot()
      this.#search = { key: snapshot.key, ask: this.#makeSearch(snapshot.entities) }
    }
    return { hits: this.#search.ask(query, limit) }
  }

  async #key(): Promise<string> {
    return generationsKey(await this.bundles())
  }

  async #rows(): Promise<BundleRow[]> {
    return (await this.#database.bundles.toArray()).filter(({ off }) => !off).sort(byOrder)
  }
}
