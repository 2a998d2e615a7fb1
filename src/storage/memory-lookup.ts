import { recordOf } from '../bundle/record-of.ts'
import type { VerifiedGeneration } from '../bundle/verify-generation.ts'
import { type EntityRef, refKey } from '../model/ids.ts'
import type { BundleInfo, FoundEntity, Lookup, SearchAnswer } from '../model/lookup.ts'
import { bundleInfo, generationsKey } from './bundle-info.ts'
import { type NamedEntity, namedEntity } from './named-entity.ts'
import type { MakeSearch, Search, Snapshot, SnapshotSource } from './snapshot.ts'

/** What is held in memory, where the database cannot be opened: as a rule the packaged bundle. */
export class MemoryLookup implements Lookup, SnapshotSource {
  readonly #bundles: readonly BundleInfo[]
  readonly #entities: ReadonlyMap<string, FoundEntity>
  readonly #makeSearch: MakeSearch
  #search: Search | undefined

  /** `loadedAt`: ISO 8601 instant (UTC). */
  constructor(generations: readonly VerifiedGeneration[], loadedAt: string, makeSearch: MakeSearch) {
    this.#bundles = generations.map(({ manifest, trust, state }) => {
      const origin = trust.kind === 'package' ? 'packaged' : 'synced'
      return bundleInfo(manifest, { origin, installedAt: loadedAt }, state.root)
    })
    const found = generations.flatMap(foundOf)
    this.#entities = new Map(found.map((each) => [refKey(each.ref), each]))
    this.#makeSearch = makeSearch
  }

  async bundles(): Promise<readonly BundleInfo[]> {
    return this.#bundles
  }

  async entities(refs: readonly EntityRef[]): Promise<readonly FoundEntity[]> {
    return refs.flatMap((ref) => this.#entities.get(refKey(ref)) ?? [])
  }

  async snapshot(): Promise<Snapshot> {
    return {
      key: generationsKey(this.#bundles),
      bundles: this.#bundles,
      entities: [...this.#entities.values()],
    }
  }

  async read(take: (entities: readonly NamedEntity[]) => void): Promise<Omit<Snapshot, 'entities'>> {
    const { entities, ...seen } = await this.snapshot()
    take(entities.map(({ ref, record }) => namedEntity(ref.bundle, JSON.stringify(record))))
    return seen
  }

  async search(query: string, limit: number): Promise<SearchAnswer> {
    this.#search ??= this.#makeSearch([...this.#entities.values()])
    return { hits: this.#search(query, limit) }
  }
}

/** Read from the lines, as the database does: both adapters give the same. */
const foundOf = ({ manifest, lines }: VerifiedGeneration): FoundEntity[] =>
  lines
    .map(({ line }) => recordOf(line))
    .map((record) => ({ ref: { bundle: manifest.id, entity: record.id }, record }))
